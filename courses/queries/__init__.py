from courses.queries.learning import LearningRow, learning_of, next_steps

__all__ = ["LearningRow", "learning_of", "next_steps"]
