"""Which encoding bytes are text in, where nobody says it: told by marks, by validity, and by letters."""
