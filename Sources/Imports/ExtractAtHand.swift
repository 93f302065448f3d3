package import Contracts
import Files
package import Tabular
import Vocabulary

/// A file whose columns are those of none that is read by itself: looked at, so that somebody can say what they mean.
package struct ExtractAtHand: Hashable, Sendable {
    package let path: String
    /// The titles of its columns, as often as they stand there; of an archive those of its first file.
    package let header: [String]

    /// - Throws: `Refusal` of kind `input` where it cannot be read at all.
    package init(at path: String) throws {
        self.path = path
        header = try ExtractAtHand.first(of: path) { try LocalIntake.header($0.bytes, named: $0.name) }
            .filter { !$0.isEmpty }
    }

    /// What a mapping makes of it; nothing is recorded. Costs as much as taking it in.
    ///
    /// - Throws: `Refusal` of kind `input`, as taking it in would.
    package func tried(by saved: SaveMapping) throws -> Reading<MappedExtract.Row> {
        try ExtractAtHand.first(of: path) { member in
            guard
                case .extract(let reading, _) = try LocalIntake.read(
                    member.bytes, named: member.name, by: saved, dropping: [])
            else { preconditionFailure("a mapping reads an extract") }
            return reading
        }
    }

    private static func first<Value>(of path: String, _ look: (Member) throws -> Value) throws -> Value {
        var found: Value?
        do {
            try FileSource(path).forEachMember { member in
                found = try look(member)
                throw Enough()
            }
        } catch is Enough {}
        guard let found else { preconditionFailure("a file that holds nothing is refused") }
        return found
    }

    /// One look is enough.
    private struct Enough: Error {}
}
