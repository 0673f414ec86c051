"""Pages made ahead or on demand, in processes of their own, kept on disk, and made anew when the store changes."""
