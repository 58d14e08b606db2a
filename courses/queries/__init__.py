from courses.queries.learning import LearningRow, NextStep, learning_of, next_steps

__all__ = ["LearningRow", "NextStep", "learning_of", "next_steps"]
