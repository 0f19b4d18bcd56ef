package treasurehunt.schemas.hunt;

/**
 * Why a definition is refused.
 *
 * @param path of the field, such as {@code clues[2].proof.answer}; empty for the whole
 */
public record Problem(String path, String reason) {
    @Override
    public String toString() {
        return path.isEmpty() ? reason : path + ": " + reason;
    }
}
