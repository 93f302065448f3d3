import Access
import Challenges
import Imports
import Markup
import Pages
import Store
import Tabular
import Vocabulary

/// What to challenge: the rules are asked, what they found is read, and bundles are raised of it.
enum ChallengesAnswers {
    static func all(_ question: Question) throws -> Answer {
        let years = try question.activityYears()
        return try answer(
            question, years, asked: .init(year: years.first?.description ?? ""))
    }

    private static func answer(
        _ question: Question, _ years: [FinancialYear], asked: ChallengesPage.Asked
    ) throws -> Answer {
        let here = ActivityDeed.challenges.destination
        let last = question.activity.desk.all { if case .challenges = $0 { true } else { false } }.first
        let work = try question.shown(last, on: here)
        let kept = question.activity.runs?.all() ?? []
        let table = try table(of: kept, question)
        var page = ChallengesPage(
            asked: asked, years: years.map(\.description), work: work, missing: question.activity.missing?.told,
            runs: table, mayAsk: question.mayEditActivity)
        if case .found(.run(let account)) = last?.state {
            page.latest = (
                account.digest,
                "\(counted(account.challenges, "challenge", "challenges")) of \(counted(account.rows, "row", "rows")), "
                    + "\(account.counted) counted once."
            )
        }
        return Answer(page, table: table).followed(work.state.isFollowed, at: here)
    }

    static func ask(_ sent: Sent) throws -> Outcome {
        let question = sent.question
        let years = try question.activityYears()
        var asked = ChallengesPage.Asked(
            year: sent.body.text(ChallengesPage.yearField), rules: sent.body.text(ChallengesPage.rulesField))
        func again() throws -> Outcome {
            Outcome(kind: .again(try answer(question, years, asked: asked).page))
        }
        var year: FinancialYear?
        do throws(Refusal) { year = try question.activityYear(among: years, asked.year) } catch {
            asked.errors[ChallengesPage.yearField] = error.told
        }
        let names = asked.rules.uppercased().split { ", ;\n\t".contains($0) }.map(String.init)
        let shipped = Set(ChallengeRule.shipped.map(\.id))
        if let unknown = names.first(where: { !shipped.contains($0) }) {
            asked.errors[ChallengesPage.rulesField] =
                "There is no rule “\(unknown.printable)”. Write names as CC05, with commas between."
        }
        guard asked.errors.isEmpty, let year else { return try again() }
        do {
            if let missing = question.activity.missing { throw missing }
            let now = question.now
            let begun = ContinuousClock.now
            try question.activity.askRules(
                of: year, only: Set(names).sorted(), in: question.store, by: try question.signedIn().account.author,
                at: {
                    Moment(
                        secondsSince1970: now.secondsSince1970 + Int((ContinuousClock.now - begun).components.seconds))
                })
        } catch let refusal as Refusal where refusal.code != "not-found" {
            asked.errors[ChallengesPage.yearField] = refusal.told
            return try again()
        }
        return Outcome(kind: .done(ActivityDeed.challenges.path, notice: nil))
    }

    /// The runs that are kept, each with whether what it was asked about still stands.
    private static func table(of runs: [RunAccount], _ question: Question) throws -> Table {
        var table = Table(
            key: "runs", caption: "Runs of the rules",
            columns: [
                .init("run", "Run"), .init("year", "Year"), .init("at", "Asked"), .init("by", "By"),
                .init("rules", "Rules asked"), .init("notAsked", "Not asked"), .init("challenges", "Challenges"),
                .init("rows", "Rows"), .init("countedPence", "Counted once"), .init("isCurrent", "Of what stands now"),
            ],
            notes: runs.isEmpty
                ? [] : ["The last \(KeptRuns.most) are kept. A run is no record; a bundle that is raised of it is."])
        var standing: [String: String] = [:]
        for run in runs {
            if standing[run.year] == nil, let year = FinancialYear(run.year) {
                standing[run.year] = try ActivityDesk.standing(of: year, in: question.store).description
            }
            table.append([
                .link(run.digest.short, path: ActivityDeed.run(run.digest).path), .text(run.year),
                .text(run.moment.inLondon.inWords), .text(run.by), .count(run.lines.count), .count(run.notAsked.count),
                .count(run.challenges), .count(run.rows), .money(run.counted),
                .flag(standing[run.year] == run.standing),
            ])
        }
        return table
    }

    // MARK: - One run

    static func one(_ question: Question) throws -> Answer {
        let account = try account(question)
        return Answer(
            try page(of: account, question, raising: raising(account, question)), table: summary(of: account).table)
    }

    private static func account(_ question: Question) throws -> RunAccount {
        let digest = try question.parameter("run") { EvidenceID($0) }
        guard let account = question.activity.runs?.account(of: digest) else {
            throw Refusal(.usage, code: "not-found", "The run \(digest.short)")
        }
        return account
    }

    private static func summary(of account: RunAccount) -> ChallengeSummary {
        let titles = Dictionary(ChallengeRule.shipped.map { ($0.id, $0.words.title) }) { $1 }
        return ChallengeSummary(
            lines: account.lines.map { line in
                .init(
                    rule: line.rule, title: titles[line.rule] ?? line.rule, raised: line.raised,
                    dataOnly: line.dataOnly,
                    amount: Money(pence: line.amountPence), atRisk: Money(pence: line.atRiskPence),
                    counted: Money(pence: line.countedPence))
            }, rows: account.rows)
    }

    private static func page(
        of account: RunAccount, _ question: Question, raising: ChallengeRunPage.Raising?
    ) throws -> ChallengeRunPage {
        var byProvider = Table(
            key: "byProvider", caption: "Challenges by provider",
            columns: [
                .init("provider", "Provider"), .init("challenges", "Challenges"), .init("rows", "Rows"),
                .init("dataOnly", "Data only"), .init("atRiskPence", "At risk"), .init("countedPence", "Counted once"),
            ])
        for one in account.providers {
            byProvider.append([
                .text(one.provider), .count(one.challenges), .count(one.rows), .count(one.dataOnly),
                .money(Money(pence: one.atRiskPence)), .money(Money(pence: one.countedPence)),
            ])
        }
        var cautions: [String] = []
        if let year = FinancialYear(account.year),
            try ActivityDesk.standing(of: year, in: question.store).description != account.standing
        {
            cautions.append(
                "Files were taken in since: this is what was found before. Ask the rules again to have what stands now."
            )
        }
        if account.isWithoutElements {
            cautions.append(
                "No table says which payment element a contract line has: every fault is taken to have cash.")
        }
        return ChallengeRunPage(
            digest: account.digest,
            facts: [
                Fact("Financial year", .text(account.year)), Fact("Challenges", .count(account.challenges)),
                Fact("Rows", .count(account.rows)), Fact("Counted once", .money(account.counted)),
                Fact("Asked", .text("\(account.moment.inLondon.inWords), by \(account.by)")),
                Fact("Digest (SHA-256)", .text(account.run)),
            ], cautions: cautions, byRule: summary(of: account).table, byProvider: byProvider,
            notAsked: account.notAsked.map { "\($0.rule) was not asked: it \($0.why)." }, raising: raising)
    }

    // MARK: - Raising

    private static func raising(_ account: RunAccount, _ question: Question) throws -> ChallengeRunPage.Raising? {
        let reach = question.reach(.editActivity)
        guard !reach.isNowhere else { return nil }
        let known = PeopleAnswer.commissioners(question, within: reach)
        let own: String = if case .at(let codes) = reach, codes.count == 1 { codes.first!.description } else { "" }
        return ChallengeRunPage.Raising(
            providers: account.providers.map { one in
                .init(
                    code: one.provider,
                    words: "\(counted(one.challenges, "challenge", "challenges")), "
                        + "\(Money(pence: one.countedPence)) counted once")
            }, chosen: [], commissioner: own, commissioners: known, token: question.token)
    }

    static func raise(_ sent: Sent) throws -> Outcome {
        let question = sent.question
        let account = try account(question)
        guard var raising = try raising(account, question) else {
            throw Refusal(.permission, code: "not-yours", "You raise no challenges.")
        }
        let chosen = sent.body.all(ChallengeRunPage.providersField)
        (raising.chosen, raising.commissioner) = (Set(chosen), sent.body.text(ChallengeRunPage.commissionerField))
        let known = Set(account.providers.map(\.provider))
        if chosen.isEmpty {
            raising.errors[ChallengeRunPage.providersField] = "Tick one provider or more."
        } else if let unknown = chosen.first(where: { !known.contains($0) }) {
            raising.errors[ChallengeRunPage.providersField] = "The run found nothing with \(unknown.printable)."
        }
        let commissioner = OrganisationCode(raising.commissioner)
        if commissioner == nil {
            raising.errors[ChallengeRunPage.commissionerField] =
                raising.commissioner.isEmpty
                ? "Say which commissioner asks." : "“\(raising.commissioner.printable)” is no code of an organisation."
        } else if !question.reach(.editActivity).covers(commissioner) {
            raising.errors[ChallengeRunPage.commissionerField] =
                "You challenge nothing for \(raising.commissioner.printable). Give a commissioner at which you have a role."
        }
        guard raising.errors.isEmpty, let commissioner else {
            return Outcome(kind: .again(try page(of: account, question, raising: raising)))
        }
        do {
            let raised = try ChallengeDesk(question.store).raise(
                try question.activity.run(account.digest), with: chosen.sorted(), commissioner: commissioner,
                on: question.now.inLondon.day, by: try question.signedIn().account.author, at: question.now)
            return Outcome(kind: .done(ChallengeDeed.root, notice: notice(raised, of: chosen.count)))
        } catch let refusal as Refusal where refusal.isForForm {
            raising.failures = [refusal.told]
            return Outcome(kind: .again(try page(of: account, question, raising: raising)))
        }
    }

    private static func notice(_ raised: [ChallengeDesk.Raised], of asked: Int) -> String {
        let names = raised.map { "“\($0.bundle.id)”" }.joined(separator: ", ")
        let money = raised.flatMap { $0.bundle.challenges.map(\.raised.counted) }.total()
        let left = raised.reduce(0) { $0 + $1.standing.count }
        var words =
            "\(counted(raised.count, "bundle is", "bundles are")) raised, with \(money) counted once: \(names)."
        if left > 0 {
            words += " \(counted(left, "challenge was", "challenges were")) left out: in other bundles already."
        }
        if asked > raised.count {
            words +=
                " Of \(counted(asked - raised.count, "provider", "providers")) all that was found is in other bundles."
        }
        return words
    }

    // MARK: - Every row

    static func found(_ question: Question) throws -> Answer {
        let account = try account(question)
        let run = try question.activity.run(account.digest)
        var found = run.challenges
        if let words = question.query.search?.uppercased() {
            found = found.filter { $0.rule == words || $0.provider.uppercased() == words || String($0.row) == words }
        }
        let names = account.names
        guard question.asked.format == nil else {
            let page = FoundRowsPage(
                digest: account.digest, table: .empty, query: question.query, paging: Paging(page: 1, total: 0), held: 0
            )
            return Answer(page, table: FoundRows.table(found, names: names))
        }
        let listed = Listed(found, question) { FoundRows.shown($0, names: names) }
        return Answer(
            FoundRowsPage(
                digest: account.digest, table: listed.table, query: question.query, paging: listed.paging,
                held: run.challenges.count), table: listed.whole)
    }
}
