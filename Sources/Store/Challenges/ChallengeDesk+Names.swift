package import Challenges
import GRDB
import Organisations
package import Vocabulary

extension ChallengeDesk {
    /// The names of the files in which a bundle's rows stand, as far as they were taken in.
    package func fileNames(of bundle: ChallengeBundle) throws -> [EvidenceID: String] {
        let sources = Set(bundle.challenges.map(\.raised.source))
        return try store.read { db in
            var names: [EvidenceID: String] = [:]
            for source in sources {
                names[source] = try String.fetchOne(
                    db, sql: "SELECT name FROM source WHERE digest = ? ORDER BY id LIMIT 1",
                    arguments: [source.description])
            }
            return names
        }
    }

    /// The names that a letter bears: the commissioner's as on the day, or its code.
    package func names(for bundle: ChallengeBundle, on day: Day) throws -> ChallengeLetter.Names {
        let code = bundle.commissioner
        let name = rules.directory.name(of: code, on: day).map { "\($0) (\(code))" } ?? code.description
        let isInvented = try store.read { db in try Installation.current(db).isInvented }
        return ChallengeLetter.Names(commissioner: name, isInvented: isInvented)
    }
}
