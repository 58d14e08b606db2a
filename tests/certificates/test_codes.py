from certificates.codes import ALPHABET, LENGTH, grouped, is_plausible, new_code, normalized


def test_codes_are_random_and_have_no_character_that_looks_like_another():
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(is_plausible(code) and len(code) == LENGTH for code in codes)
    assert not set("01OIL") & set(ALPHABET)


def test_every_wrong_character_is_noticed():
    code = new_code()
    for place in range(LENGTH):
        for other in set(ALPHABET) - {code[place]}:
            assert not is_plausible(code[:place] + other + code[place + 1 :])


def test_every_swap_of_neighbors_is_noticed():
    for code in (new_code() for _ in range(50)):
        swapped = {code[:i] + code[i + 1] + code[i] + code[i + 2 :] for i in range(LENGTH - 1)} - {code}
        assert not any(is_plausible(other) for other in swapped)


def test_people_may_type_small_letters_hyphens_and_spaces():
    code = new_code()
    assert normalized(f" {grouped(code).lower()} ") == code
