import Digests
import Foundation
import GRDB
import Priorities
import Vocabulary

/// The sealed votes of an open ballot: one box for each option on each ballot paper, under numbers drawn by chance.
///
/// Letters of different options are apart from the moment they are kept, for a member who was left out of an option
/// would be known by it on a whole paper. All boxes of all ballots have one length.
enum Urn {
    /// What is sealed: a letter and the option's short name, filled up with blanks.
    private static let paperSize = 64

    /// Puts out the urn of a ballot, with the public key to which votes are sealed.
    static func put(out ballot: Slug, of round: Slug, publicKey: [UInt8], _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO ballot_key (roundId, ballot, publicKey) VALUES (?, ?, ?)",
            arguments: [round.description, ballot.description, Data(publicKey)])
    }

    /// The public key of an open ballot; nil where there is no such urn.
    static func publicKey(of ballot: Slug, of round: Slug, _ db: Database) throws -> [UInt8]? {
        try Data.fetchOne(
            db, sql: "SELECT publicKey FROM ballot_key WHERE roundId = ? AND ballot = ?",
            arguments: [round.description, ballot.description]
        ).map { Array($0) }
    }

    /// Puts in a paper, and every box that is in the urn again under a new number: neither the numbers nor the places
    /// of the boxes in the file tell which came first.
    static func cast(
        _ choices: Ballot.Choices, on ballot: Ballot, of round: Slug, publicKey: [UInt8], _ db: Database
    ) throws {
        let purpose = purpose(ballot.id, round)
        var boxes = try boxes(of: ballot.id, of: round, db)
        for (option, letter) in zip(ballot.options, choices.description) {
            var paper = Array("\(letter)\(option)".utf8)
            precondition(paper.count <= paperSize, "a short name has at most 60 letters")
            paper += Array(repeating: 0x20, count: paperSize - paper.count)
            boxes.append(try SealingKey.seal(paper, to: publicKey, for: purpose))
        }
        try db.execute(
            sql: "DELETE FROM sealed_vote WHERE roundId = ? AND ballot = ?",
            arguments: [round.description, ballot.id.description])
        var generator = SystemRandomNumberGenerator()
        let numbers = boxes.map { _ in
            (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        }
        // In the order of their numbers, so that they lie so in the file too.
        for (number, box) in zip(numbers, boxes).sorted(by: { $0.0.lexicographicallyPrecedes($1.0) }) {
            try db.execute(
                sql: "INSERT INTO sealed_vote (id, roundId, ballot, sealed) VALUES (?, ?, ?, ?)",
                arguments: [Data(number), round.description, ballot.id.description, Data(box)])
        }
    }

    /// Opens every box.
    ///
    /// - Returns: as many lines as papers were cast, each option's letters sorted on their own, so that a line is
    ///   nobody's and equal votes give equal lines whatever the order in which they were cast.
    /// - Throws: `Refusal` of kind `wanting` where a box does not open or there are not as many as have voted.
    static func opened(_ ballot: Ballot, of round: Slug, with key: SealingKey, _ db: Database) throws
        -> [Ballot.Choices]
    {
        let purpose = purpose(ballot.id, round)
        var letters: [String: [Character]] = [:]
        for box in try boxes(of: ballot.id, of: round, db) {
            guard let paper = key.opened(box, for: purpose) else { throw altered(ballot.id) }
            let text = String(decoding: paper.prefix { $0 != 0x20 }, as: UTF8.self)
            letters[String(text.dropFirst()), default: []].append(text.first ?? "?")
        }
        let columns = ballot.options.map { (letters.removeValue(forKey: $0.description) ?? []).sorted() }
        guard letters.isEmpty, columns.allSatisfy({ $0.count == ballot.voted.count }) else {
            throw altered(ballot.id)
        }
        return (0..<ballot.voted.count).map { line in Ballot.Choices(String(columns.map { $0[line] })) }
    }

    /// Empties the urns of a round but that of its open ballot, if it has one.
    static func empty(allBut open: Slug?, of round: Slug, _ db: Database) throws {
        for table in ["sealed_vote", "ballot_key"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE roundId = ?1 AND (?2 IS NULL OR ballot <> ?2)")
                .execute(arguments: [round.description, open?.description])
        }
    }

    /// How many boxes an urn holds.
    static func count(of ballot: Slug, of round: Slug, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM sealed_vote WHERE roundId = ? AND ballot = ?",
            arguments: [round.description, ballot.description])!
    }

    private static func boxes(of ballot: Slug, of round: Slug, _ db: Database) throws -> [[UInt8]] {
        try Data.fetchAll(
            db, sql: "SELECT sealed FROM sealed_vote WHERE roundId = ? AND ballot = ? ORDER BY id",
            arguments: [round.description, ballot.description]
        ).map { Array($0) }
    }

    private static func purpose(_ ballot: Slug, _ round: Slug) -> String { "remit ballot \(round)/\(ballot)" }

    private static func altered(_ ballot: Slug) -> Refusal {
        Refusal(
            .wanting, code: "urn-altered",
            "The urn of the ballot “\(ballot)” does not hold what those who voted put into it.",
            remedy: "Void the ballot with a reason, and vote again.")
    }
}
