package treasurehunt.core.hunt;

/** The hunts that players are judged by. */
@FunctionalInterface
public interface Catalogue {
    /** The versions of the hunt of this id; {@link HuntVersions#NONE} if nobody knows it. */
    HuntVersions find(String hunt);
}
