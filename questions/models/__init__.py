from questions.models.bank import Category, Difficulty, Question, QuestionTag, QuestionVersion, TaggedQuestion
from questions.models.labels import KIND_CHOICES

__all__ = ["KIND_CHOICES", "Category", "Difficulty", "Question", "QuestionTag", "QuestionVersion", "TaggedQuestion"]
