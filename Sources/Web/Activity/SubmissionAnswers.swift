import Imports
import Pages
import Store
import Synchronization
import Tabular
import Vocabulary

/// One submission of contract monitoring, and its problems by row and column.
enum SubmissionAnswers {
    /// Problems in the files to take away.
    static let most = 100_000

    static func one(_ question: Question) throws -> Answer {
        let digest = try question.parameter("digest") { EvidenceID($0) }
        let submissions = try question.store.read { db in try HeldSubmission.all(db) }
        guard let found = submissions.first(where: { $0.digest == digest }) else {
            throw Refusal(.usage, code: "not-found", "The submission \(digest.short)")
        }
        let facts = [
            Fact("Kind", .text(ActivityAnswers.kind(of: found.layout))), Fact("Rows kept", .count(found.rowsKept)),
            Fact("Rows refused", .count(found.rowsRefused)), Fact("Cost kept", .money(found.costKept)),
            Fact("Cost refused", .money(found.costRefused)),
            Fact("Registered", .text(Moment(text: found.at)?.inLondon.inWords ?? found.at)),
            Fact("Digest (SHA-256)", .text(digest.description)),
        ]
        let code = question.query.search
        var page = SubmissionPage(
            digest: digest, name: found.name, facts: facts, counts: .empty, problems: .empty, query: question.query,
            paging: Paging(page: 1, total: 0), most: most)
        do {
            if let missing = question.activity.missing { throw missing }
            let counts = try question.activity.problems.counts(of: found, in: question.activity)
            page.counts = table(counts, of: found.name)
            let total = counts.filter { code == nil || $0.code == code }.reduce(0) { $0 + $1.rows }
            page.paging = Paging(page: question.query.page, total: total)
            let isWhole = question.asked.format != nil
            let table = try question.activity.problems.table(
                of: found, code: code, limit: isWhole ? most : page.paging.size,
                skipping: isWhole ? 0 : page.paging.slice.lowerBound, in: question.activity)
            page.problems = table
            return Answer(page, table: table)
        } catch let refusal as Refusal where refusal.kind == .engine || refusal.kind == .wanting {
            page.missing = refusal.told
            return Answer(page)
        }
    }

    private static func table(_ counts: [SubmissionProblemsRead.Count], of name: String) -> Table {
        var table = Table(
            key: "problemCounts", caption: "Problems of \(name) by kind",
            columns: [.init("code", "Problem"), .init("effect", "Effect"), .init("found", "Found")])
        for one in counts { table.append([.text(one.code), .text(one.effect), .count(one.rows)]) }
        return table
    }
}

/// Problems as they were read back: one reader at a time, and what was read last is kept, for a submission never changes.
final class SubmissionProblemsRead: Sendable {
    struct Count: Sendable {
        let code: String
        let effect: String
        let rows: Int
    }

    private struct Part: Hashable {
        let digest: EvidenceID
        let folder: String
        let code: String?
        let limit: Int
        let skipping: Int
    }

    private struct Held {
        var counts: [String: [Count]] = [:]
        var parts: [Part: Table] = [:]
    }

    /// Seconds after which a question is stopped.
    private static let patience = 60.0
    /// Rows of parts that are kept.
    private static let mostRows = 1_000

    private let held = Mutex(Held())

    func counts(of submission: HeldSubmission, in room: ActivityWorkroom) throws -> [Count] {
        try held.withLock { held in
            if let known = held.counts[submission.folder] { return known }
            let counts = try SubmissionProblemsRead.opened(submission, room).counts().map {
                Count(code: $0.code, effect: $0.effect, rows: $0.rows)
            }
            if held.counts.count >= 64 { held.counts = [:] }
            held.counts[submission.folder] = counts
            return counts
        }
    }

    func table(
        of submission: HeldSubmission, code: String?, limit: Int, skipping: Int, in room: ActivityWorkroom
    ) throws -> Table {
        let part = Part(
            digest: submission.digest, folder: submission.folder, code: code, limit: limit, skipping: skipping)
        return try held.withLock { held in
            if let known = held.parts[part] { return known }
            let table = try SubmissionProblemsRead.opened(submission, room).table(
                code: code, limit: limit, skipping: skipping)
            if held.parts.count >= 32 { held.parts = [:] }
            if table.rows.count <= SubmissionProblemsRead.mostRows { held.parts[part] = table }
            return table
        }
    }

    private static func opened(_ submission: HeldSubmission, _ room: ActivityWorkroom) throws -> SubmissionProblems {
        guard let engines = room.engines, let folder = room.folder else { preconditionFailure("nothing is missing") }
        try folder.check(submission, isOfProblems: true)
        let (engine, path) = try engines.open(seeing: folder, seconds: patience)
        return SubmissionProblems(of: submission, in: path, on: engine)
    }
}
