import Access
import Challenges
import Digests
import Files
import Markup
import Pages
import Store
import Tabular
import Vocabulary

/// What finding and following challenges cost: read against what they brought in, and recorded.
enum CostAnswers {
    /// What a reader may see of bundles and their costs.
    private struct Seen {
        let heads: [BundleHead]
        let recorded: [RecordedCost]
        /// Those that stand.
        var costs: [ContractingCost] { recorded.filter(\.stands).map(\.cost) }

        /// Costs without a bundle are of the whole installation, and shown to whoever sees contracts.
        init(_ desk: ChallengeDesk, _ reach: AccessRules.Reach) throws {
            heads = try desk.heads().filter { reach.covers($0.commissioner) }
            let seen = Set(heads.map(\.id))
            recorded = try desk.recordedCosts().filter { $0.cost.isOf(seen) }
        }
    }

    static func all(_ question: Question) throws -> Answer {
        let desk = ChallengeDesk(question.store)
        let seen = try Seen(desk, question.reach(.readContracts))
        let listed = Listed(CostTables.costs(seen.recorded.reversed()), question.query)
        let worth = ContractingWorth(
            of: seen.heads, sums: try desk.sums(of: seen.heads.map(\.id)), costs: seen.costs)
        var page = CostsPage(
            table: listed.table, query: question.query, paging: listed.paging, sortable: listed.sortable,
            worth: worth, isKeeper: !question.reach(.editActivity).isNowhere)
        let own = question.reach(.editActivity)
        let keepable = Set(seen.heads.filter { own.covers($0.commissioner) }.map(\.id))
        page.withdrawable =
            own.isNowhere
            ? []
            : Set(seen.recorded.filter { $0.stands && $0.cost.isOf(keepable) }.map(\.number))
        page.titles = Dictionary(try desk.words().map { ($0.rule, $0.title) }) { $1 }
        return Answer(page, table: listed.whole)
    }

    /// What was agreed against what it cost, by provider or by rule.
    static func worth(_ question: Question, byRule: Bool) throws -> Table {
        let desk = ChallengeDesk(question.store)
        let seen = try Seen(desk, question.reach(.readContracts))
        let worth = ContractingWorth(
            of: seen.heads, sums: try desk.sums(of: seen.heads.map(\.id)), costs: seen.costs)
        return byRule ? worth.byRule : worth.byProvider
    }

    private static let trail: [(name: String, route: Route)] = [
        ("Activity", .activity), ("Bundles of challenges", .challenges(.bundles)),
        ("What challenges cost", .challenges(.costs)),
    ]

    /// How many entries there were when the form was opened.
    private static let known = "known"

    static func adding(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let (desk, account) = (ChallengeDesk(question.store), try question.signedIn().account)
        let (held, reach) = (try desk.recordedCosts(), question.reach(.editActivity))
        let heads = try desk.heads().filter { reach.covers($0.commissioner) }
        let form = CostForm(
            sent?.filled ?? SentValues(on: question.now.inLondon.day), providers: Set(heads.map(\.provider)).sorted(),
            rules: ChallengeRule.shipped.map { Choice($0.id, "\($0.id) \($0.words.title)") }, bundles: heads.map(\.id))
        let opened = sent.flatMap { Int($0.body.text(known)) } ?? held.count
        let page = { (form: CostForm) -> any Page in
            FormPage(
                "Record hours or a fee", trail: trail, form: form, to: ChallengeDeed.newCost.destination,
                token: question.token, button: .init("Record it"), keeping: [.init(known, "\(opened)")])
        }
        return GovernanceAsking(page: page(form)) { _ in
            var form = form
            guard let cost = form.read() else { return Outcome(kind: .again(page(form))) }
            let done = Outcome.done(.challenges(.costs), "Recorded: \(cost.amount).")
            // Sent twice, it is recorded once.
            if opened >= 0, held.dropFirst(opened).contains(where: { $0.cost == cost && $0.stands }) { return done }
            do {
                try BundleFormAnswers.refusePatients(in: [cost.what, cost.provider, cost.rule])
                try check([cost], heads)
                try desk.store.perform(RecordContractingCosts([cost]), by: account.author, at: question.now)
            } catch let refusal as Refusal where refusal.isForForm {
                form.refuse(refusal)
                return Outcome(kind: .again(page(form)))
            }
            return done
        }
    }

    static func withdrawing(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let (desk, account) = (ChallengeDesk(question.store), try question.signedIn().account)
        let number = try question.parameter("cost") { Int($0) }
        let reach = question.reach(.editActivity)
        let own = Set(try desk.heads().filter { reach.covers($0.commissioner) }.map(\.id))
        guard let held = try desk.recordedCosts().first(where: { $0.number == number }), held.cost.isOf(own) else {
            throw Refusal(.usage, code: "not-found", "Cost \(number)")
        }
        let form = WithdrawCostForm(sent?.filled ?? SentValues())
        let cost = held.cost
        let page = { (form: WithdrawCostForm) -> any Page in
            FormPage(
                "Withdraw a cost", trail: trail, form: form, to: ChallengeDeed.withdrawCost(number).destination,
                token: question.token, button: .init("Withdraw it"),
                before: [
                    .paragraph(
                        .text(
                            "It stays on the record, with the day and your reason, and counts in no sum. Record what is "
                                + "right as a new entry."), class: "lede"),
                    .summaryList([
                        .init("Entry", .text("\(number)")), .init("What for", .name(cost.what)),
                        .init("Day", .text(cost.on.inWords)), .init("Cost", .text("\(cost.amount)")),
                        .init(
                            "How it stands",
                            .text(held.withdrawal.map { "withdrawn on \($0.on.inWords)" } ?? "it counts")),
                    ]),
                ])
        }
        return GovernanceAsking(page: page(form)) { _ in
            var form = form
            guard let reason = form.read() else { return Outcome(kind: .again(page(form))) }
            let done = Outcome.done(.challenges(.costs), "Withdrawn: \(cost.amount).")
            // Sent twice, it is withdrawn once.
            if held.withdrawal?.reason == reason { return done }
            do {
                try BundleFormAnswers.refusePatients(in: [reason])
                try desk.store.perform(
                    WithdrawContractingCosts([number], reason: reason), by: account.author, at: question.now)
            } catch let refusal as Refusal where refusal.isForForm {
                form.refuse(refusal)
                return Outcome(kind: .again(page(form)))
            }
            return done
        }
    }

    /// - Throws: `no-such-bundle` for one of a commissioner where the visitor may not.
    static func check(_ costs: [ContractingCost], _ heads: [BundleHead]) throws(Refusal) {
        let own = Set(heads.map(\.id))
        for case let bundle? in costs.map(\.bundle) where !own.contains(bundle) { throw .unknownBundle(bundle) }
    }

    static func list(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let (desk, account) = (ChallengeDesk(question.store), try question.signedIn().account)
        let reach = question.reach(.editActivity)
        let asking = SheetAsking(
            question: question, heading: "Take a list of costs in", trail: trail, deed: .costsFile,
            form: SheetForm(
                sent?.filled ?? SentValues(), label: "The list",
                hint:
                    ".xlsx or .csv, at most \(SheetAsking.limits.inWords), with the columns Day, Provider, Rule, Bundle, "
                    + "Hours, Pounds an hour, Fee and What",
                dayQuestion: nil),
            before: [
                .paragraph(
                    "A row has hours with pounds an hour, or a fee. All rows are recorded at once, or none.",
                    class: "lede")
            ], seen: [], isTaken: { try desk.holdsCosts(of: $0) },
            read: { sheet, _ in
                let read = try ContractingCostFile(try ReturnedForm(returned: sheet.bytes, named: sheet.name))
                for cost in read.costs {
                    try BundleFormAnswers.refusePatients(in: [cost.what, cost.provider, cost.rule])
                }
                try check(read.costs, try desk.heads().filter { reach.covers($0.commissioner) })
                let isWhole = read.problems.isEmpty && !read.costs.isEmpty
                return SheetAsking.Looked(
                    rows: [
                        .init(
                            "Rows",
                            .text(
                                "\(grouped(read.rowsRead)) read = \(grouped(read.costs.count)) kept + "
                                    + "\(grouped(read.rowsRefused)) refused")),
                        .init("They come to", .text("\(read.costs.map(\.amount).total())")),
                    ], problems: read.problems,
                    button: isWhole ? "Record \(counted(read.costs.count, "entry", "entries"))" : nil,
                    failure: isWhole
                        ? nil
                        : read.problems.isEmpty
                            ? "The list has no row."
                            : "The list is not taken in: mend what is named below, and send it again.",
                    perform: {
                        try desk.store.perform(
                            RecordContractingCosts(read.costs, source: sheet.digest), by: account.author,
                            at: question.now)
                        return .done(
                            .challenges(.costs), "\(counted(read.costs.count, "entry is", "entries are")) recorded.")
                    })
            }, taken: .done(.challenges(.costs), "The list was taken in already, byte for byte: nothing changed."))
        return asking.asking(account)
    }
}

extension ContractingCost {
    /// True of a cost of one of these bundles, and of one without a bundle, which is of the whole installation.
    func isOf(_ bundles: Set<Slug>) -> Bool { bundle.map { bundles.contains($0) } ?? true }
}
