import Access
import Challenges
import Hummingbird
import Imports
import Pages
import Store
import Tabular
import Vocabulary

/// Bundles of challenges as they are read: all of them, one, and what goes to its provider.
enum BundleAnswers {
    static func all(_ question: Question) throws -> Answer {
        let (desk, reach) = (ChallengeDesk(question.store), question.reach(.readContracts))
        let heads = try desk.heads().filter { reach.covers($0.commissioner) }
        let (query, today) = (question.query, question.now.inLondon.day)
        let found = heads.filter { head in
            (query.provider.map { $0 == head.provider } ?? true)
                && (query.state.map { $0 == head.state.rawValue } ?? true)
        }
        let listed: Listed
        if let part = query.by.flatMap({ BundlesPage.Part(rawValue: $0) }) {
            listed = Listed(try sums(part, of: found.map(\.id), desk), query)
        } else {
            listed = Listed(
                BundleTables.bundles(inOrder(found, on: today, desk), on: today, deadlines: desk.deadlines) {
                    ChallengeDeed.bundle($0).path
                }, query)
        }
        return Answer(
            BundlesPage(
                table: listed.table, query: query, paging: listed.paging, sortable: listed.sortable,
                providers: Set(heads.map(\.provider)).sorted(), found: found,
                waiting: heads.compactMap { BundleTask(of: $0, on: today, deadlines: desk.deadlines) },
                held: heads.count), table: listed.whole)
    }

    private static func sums(_ part: BundlesPage.Part, of bundles: [Slug], _ desk: ChallengeDesk) throws -> Table {
        let sums = try desk.sums(of: bundles)
        return switch part {
        case .provider: BundleTables.byProvider(sums)
        case .rule: BundleTables.byRule(sums, words: try desk.words())
        case .month: BundleTables.byMonth(sums)
        }
    }

    /// Those whose day comes first stand first; then those without a day, then what is closed.
    private static func inOrder(_ heads: [BundleHead], on day: Day, _ desk: ChallengeDesk) -> [BundleHead] {
        func place(_ head: BundleHead) -> (Int, Int) {
            let task = BundleTask(of: head, on: day, deadlines: desk.deadlines)
            return (task == nil ? 2 : task?.until == nil ? 1 : 0, task?.until?.number ?? 0)
        }
        return heads.enumerated().map { (place($0.element), $0.offset, $0.element) }
            .sorted { ($0.0.0, $0.0.1, $0.1) < ($1.0.0, $1.0.1, $1.1) }.map(\.2)
    }

    static func one(_ question: Question) throws -> Answer {
        let work = try BundleWork(question)
        let bundle = work.bundle
        let (query, isSent) = (question.query, bundle.sending != nil)
        let found = bundle.challenges.filter { challenge in
            (query.rule.map { $0 == challenge.raised.rule } ?? true)
                && (query.state.map { $0 == challenge.state(isSent: isSent).rawValue } ?? true)
        }
        let listed = Listed(found, question) { BundleTables.challenges($0, of: bundle) }
        let names = try work.desk.names(for: bundle, sending: bundle.sending)
        return Answer(
            BundlePage(
                bundle, task: BundleTask(of: bundle, on: work.today, deadlines: work.desk.deadlines),
                letter: ChallengeLetter(bundle, sending: bundle.sending, names: names), rows: listed.table,
                query: query,
                paging: listed.paging, sortable: listed.sortable, lines: lines(try work.desk.lines(of: bundle.id)),
                isKeeper: work.isKeeper), table: listed.whole)
    }

    private static func lines(_ lines: [ChallengeDesk.Line]) -> Table {
        var table = Table(
            key: "lines", caption: "Lines of the journal",
            columns: [.init("line", "Line"), .init("at", "Recorded"), .init("act", "Act"), .init("by", "By")])
        for line in lines {
            let at = line.moment.inLondon
            table.append([
                .count(line.sequence), .text("\(at.day.inWords), \(at.clock)"), .text(line.act), .text(line.author),
            ])
        }
        return table
    }

    // MARK: - What goes to the provider

    static func letter(_ question: Question) throws -> (bytes: [UInt8], name: String) {
        try file(BundlePapers.letter, question)
    }

    static func rows(_ question: Question) throws -> Response {
        let (bytes, name) = try file(BundlePapers.workbook, question)
        return Site.response(.ok, bytes, type: Download.excel, fileName: name)
    }

    static func digests(_ question: Question) throws -> Response {
        let (bytes, name) = try file(BundlePapers.digests, question)
        return Site.response(.ok, bytes, type: "application/json", fileName: name)
    }

    /// As `remit activity bundle write` writes it.
    private static func file(_ name: String, _ question: Question) throws -> (bytes: [UInt8], name: String) {
        let work = try BundleWork(question)
        let papers = try BundlePapers(work.bundle, sending: work.bundle.sending, from: work.desk)
        guard let file = papers.files.first(where: { $0.name == name }) else {
            throw Refusal(.usage, code: "not-found", name)
        }
        return (file.bytes, "\(work.bundle.id)-\(name)")
    }
}
