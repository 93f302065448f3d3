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

    /// The names that a letter bears, with their codes: as on its day; of the commissioner else whose records these are.
    ///
    /// A letter that was sent names nobody by what was taken in since: it comes out the same.
    package func names(for bundle: ChallengeBundle, sending: BundleSending?) throws -> ChallengeLetter.Names {
        let day = sending?.on ?? bundle.raisedOn
        return try store.read { db in
            let installation = try Installation.held(db)
            let until = try sending.flatMap { try ChallengeDesk.line(of: $0, in: bundle, db) }
            func name(_ code: String) throws -> String? {
                try OrganisationCode(code).flatMap { rules.directory.name(of: $0, on: day) }
                    ?? ChallengeDesk.listedName(of: code, on: day, before: until, db)
            }
            let holder = installation.map(\.holder).flatMap { $0 == Installation.everybody ? nil : $0 }
            let code = bundle.commissioner.description
            return ChallengeLetter.Names(
                commissioner: try (name(code) ?? holder).map { "\($0) (\(code))" } ?? code,
                provider: try name(bundle.provider).map { "\($0) (\(bundle.provider))" },
                isInvented: installation?.isInvented ?? false)
        }
    }

    /// The journal's line of a sending that is recorded; nil of one that is not yet.
    private static func line(of sending: BundleSending, in bundle: ChallengeBundle, _ db: Database) throws -> Int? {
        guard let place = bundle.sendings.lastIndex(of: sending) else { return nil }
        return try Int.fetchOne(
            db,
            sql: """
                SELECT sequence FROM challenge_sending
                WHERE bundleId = (SELECT id FROM challenge_bundle WHERE name = ?) ORDER BY sequence LIMIT 1 OFFSET ?
                """, arguments: [bundle.id.description, place])
    }

    /// As files of the directory list it: the latest of the day or before, else the first after.
    ///
    /// - Parameter until: a line of the journal; what was taken in by a later one is left out.
    private static func listedName(
        of code: String, on day: Day, before until: Int?, _ db: Database
    ) throws -> String? {
        try String.fetchOne(
            db,
            sql: """
                SELECT listed.name FROM listed_organisation AS listed
                JOIN directory_file AS file ON file.sourceId = listed.sourceId
                JOIN source ON source.id = file.sourceId
                WHERE listed.code = :code AND source.sequence <= :until
                ORDER BY COALESCE(file.statedOn, '') > :day,
                    CASE WHEN COALESCE(file.statedOn, '') <= :day THEN COALESCE(file.statedOn, '') END DESC,
                    file.statedOn, listed.id
                LIMIT 1
                """, arguments: ["code": code, "until": until ?? .max, "day": day.description])
    }
}
