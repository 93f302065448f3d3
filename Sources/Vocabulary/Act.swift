/// A change of state, as a value that decides purely.
///
/// The store reads `Before`, lets the act decide, writes `After` and one journal line, in one transaction.
/// There is no other way to write.
public protocol Act: Sendable {
    /// What has to be known to decide, in the act's own words.
    associatedtype Before: Sendable
    /// What is to be written.
    associatedtype After: Sendable

    /// The verb and noun as the journal and the glossary have them: `acceptFlaggedRow`.
    static var name: String { get }

    /// The act as it is journalled: whole, canonical, with digests in place of personal fields.
    var journalled: JSONValue { get }

    func decide(_ before: Before, by author: Author, at moment: Moment) throws(Refusal) -> After
}
