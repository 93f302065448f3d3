/// The one script that a page may have: a file of ours, which puts a part of the page in again when it has changed.
///
/// Nothing else runs: no text of a script can be written into a page, and no event attribute.
public struct PageScript: Hashable, Sendable {
    /// Where it is served.
    public var address: Destination
    /// `sha256-` and the digest in base 64, without which a browser does not run it.
    public var integrity: String
    /// Where it hears of changes.
    public var events: Destination
    /// What the page shows; another number means that something has changed.
    public var revision: Int

    /// - Precondition: both addresses are paths of ours.
    public init(address: Destination, integrity: String, events: Destination, revision: Int) {
        precondition(address.isOurs && events.isOurs, "a script is ours, and hears of us alone")
        self.address = address
        self.integrity = integrity
        self.events = events
        self.revision = revision
    }
}

extension Html {
    /// The one way in for a script: a file of ours, by its digest.
    public static func script(_ script: PageScript) -> Html {
        .written { writer in
            writer.literal("<script defer=\"\" src=\"")
            writer.text(script.address.description)
            writer.literal("\" integrity=\"")
            writer.text(script.integrity)
            writer.literal("\" data-events=\"")
            writer.text(script.events.description)
            writer.literal("\" data-revision=\"")
            writer.text(String(script.revision))
            writer.literal("\"></script>")
        }
    }

    /// Where a script says what it did, for those who hear the page.
    public static func announcement(id: ElementID) -> Html {
        element(.p, [Attribute(.id, id.description), Attribute(.class, "announcement"), Attribute(.role, "status")])
    }
}
