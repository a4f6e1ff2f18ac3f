"""The user's words, validated."""
