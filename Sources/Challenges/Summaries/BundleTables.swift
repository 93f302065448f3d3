public import Tabular
public import Vocabulary

/// Bundles of challenges as tables: all of them, one by rule and month, its rows, its steps.
public enum BundleTables {
    /// What waits for whom, and until when.
    ///
    /// - Parameters:
    ///   - bundles: in the order in which the rows are to stand.
    ///   - deadlines: by the rules in force.
    ///   - path: of a bundle's page; nil where there are no pages.
    public static func bundles(
        _ bundles: [BundleHead], on day: Day, deadlines: ChallengeDeadlines, path: ((Slug) -> String)? = nil
    ) -> Table {
        var table = Table(
            key: "bundles", caption: "Bundles of challenges",
            columns: [
                .init("bundle", "Bundle"), .init("provider", "Provider"), .init("commissioner", "Commissioner"),
                .init("state", "State"), .init("challenges", "Challenges"), .init("open", "Open"),
                .init("countedPence", "Money, counted once"), .init("agreedPence", "Agreed"),
                .init("creditedPence", "Credited"), .init("waitsFor", "Waits for"), .init("what", "To do"),
                .init("until", "Until"), .init("isLate", "Late"),
            ], notes: ["As it stands on \(day.inWords). Each row’s money is counted once."])
        for bundle in bundles {
            let task = BundleTask(of: bundle, on: day, deadlines: deadlines)
            let name = bundle.id.description
            table.append([
                path.map { .link(name, path: $0(bundle.id)) } ?? .text(name), .text(bundle.provider),
                .text(bundle.commissioner.description), .text(bundle.state.inWords), .count(bundle.challenges),
                .count(bundle.open), .money(bundle.counted), .money(bundle.agreed), .money(bundle.credited),
                .optional(task.map(\.party.inWords), else: "nobody"),
                .optional(task.map(\.what), else: "nothing"), .optional(task?.until, else: "no day"),
                task.map { .flag($0.isLate) } ?? .flag(false),
            ])
        }
        return table
    }

    /// By one part of what is summed: the provider, the rule or the month.
    public static func sums(
        _ sums: [(part: String, sum: ChallengeSums.Sum)], key: String, caption: String, title: String
    ) -> Table {
        var table = Table(
            key: key, caption: caption,
            columns: [
                .init("of", title), .init("raised", "Raised"), .init("dataOnly", "Data only"), .init("open", "Open"),
                .init("upheld", "Upheld"), .init("partUpheld", "In part"), .init("withdrawn", "Withdrawn"),
                .init("claimedPence", "Claimed"), .init("openPence", "Still open"), .init("agreedPence", "Agreed"),
                .init("givenUpPence", "Given up"), .init("agreedShare", "Agreed of concluded"),
            ],
            notes: [
                "Claimed = still open + agreed + given up. Each row’s money is counted once; where the rule that counted "
                    + "it is withdrawn it passes to the row’s next."
            ])
        for (part, sum) in sums {
            let concluded = sum.agreed + sum.givenUp
            table.append([
                .text(part), .count(sum.raised), .count(sum.dataOnly), .count(sum.open), .count(sum.upheld),
                .count(sum.partUpheld), .count(sum.withdrawn), .money(sum.claimed), .money(sum.openMoney),
                .money(sum.agreed), .money(sum.givenUp),
                concluded > .zero
                    ? .optional(Share(sum.agreed.pence, of: concluded.pence), else: "none concluded")
                    : .absent("none concluded"),
            ])
        }
        return table
    }

    public static func byProvider(_ sums: ChallengeSums) -> Table {
        self.sums(
            sums.by(\.provider).map { ($0.part, $0.sum) }, key: "providers", caption: "Challenges by provider",
            title: "Provider")
    }

    /// - Parameter words: of the rules, for their titles.
    public static func byRule(_ sums: ChallengeSums, words: [ChallengeWords]) -> Table {
        let titles = Dictionary(words.map { ($0.rule, $0.title) }, uniquingKeysWith: { first, _ in first })
        let titled = sums.by(\.rule).map { rule, sum in (titles[rule].map { "\(rule) \($0)" } ?? rule, sum) }
        return self.sums(
            titled, key: "rules", caption: "Challenges by rule", title: "Rule")
    }

    public static func byMonth(_ sums: ChallengeSums) -> Table {
        self.sums(
            sums.by(\.month).map { ($0.part.inWords, $0.sum) }, key: "months", caption: "Challenges by month",
            title: "Month")
    }

    /// Each challenge, with its answer and its conclusion.
    ///
    /// - Parameter rule: only this one's; nil for all.
    public static func challenges(of bundle: ChallengeBundle, rule: String? = nil) -> Table {
        challenges(
            rule.map { rule in bundle.challenges.filter { $0.raised.rule == rule } } ?? bundle.challenges, of: bundle)
    }

    /// Some challenges of a bundle, in the order given.
    public static func challenges(_ some: [Challenge], of bundle: ChallengeBundle) -> Table {
        var table = Table(
            key: "challenges", caption: "Challenges of \(bundle.id)",
            columns: [
                .init("number", "No."), .init("rule", "Rule"), .init("month", "Month"), .init("source", "File"),
                .init("row", "Row"), .init("amountPence", "Amount"), .init("atRiskPence", "At risk"),
                .init("countedPence", "Counted"), .init("state", "State"), .init("acceptedPence", "Part accepted"),
                .init("answer", "Provider’s reason"), .init("evidence", "Evidence"), .init("agreedPence", "Agreed"),
                .init("reason", "Our reason"),
            ], notes: ["A row is that of the file as it was sent; its header is row 1."])
        let isSent = bundle.sending != nil
        for one in some {
            let raised = one.raised
            table.append([
                .count(one.number), .text(raised.rule),
                .text(BundleMonth(year: raised.year, month: raised.month).description), .text(raised.source.short),
                .count(raised.row), .money(raised.amount),
                raised.isDataOnly ? .absent("data only") : .money(raised.atRisk), .money(raised.counted),
                .text(one.state(isSent: isSent).inWords), .optional(one.answer?.amount, else: "none"),
                .optional(one.answer.flatMap { $0.reason.isEmpty ? nil : $0.reason }, else: "none"),
                .optional(one.answer.flatMap { $0.evidence.isEmpty ? nil : $0.evidence }, else: "none"),
                .optional(one.conclusion?.agreed, else: "open"), .optional(one.conclusion?.reason, else: "open"),
            ])
        }
        return table
    }

    /// What happened to the bundle as a whole, by day.
    public static func steps(of bundle: ChallengeBundle) -> Table {
        var steps: [(day: Day, what: String, words: String)] = [
            (bundle.raisedOn, "Raised", counted(bundle.challenges.count, "challenge", "challenges"))
        ]
        for (place, sending) in bundle.sendings.enumerated() {
            let late = sending.isLate ? " Later than the contract allows after the account came." : ""
            steps.append(
                (
                    sending.on, place == 0 ? "Sent" : "Sent again",
                    "To \(sending.addressee); to be answered to \(sending.contact) by \(sending.deadline.inWords).\(late)"
                        + (sending.reason.map { " \($0)" } ?? "")
                ))
        }
        for (day, count) in answered(bundle) {
            steps.append((day, "Answered", counted(count, "answer that stands", "answers that stand")))
        }
        for (day, count) in concluded(bundle) {
            steps.append((day, "Concluded", counted(count, "conclusion that stands", "conclusions that stand")))
        }
        for credit in bundle.credits {
            steps.append(
                (credit.on, "Credit note \(credit.number)", "\(credit.amount)\(credit.reason.map { ". \($0)" } ?? "")"))
        }
        for dispute in bundle.disputes {
            steps += dispute.steps.map {
                ($0.on, "Dispute: \($0.kind.inWords)", "Until \($0.deadline.inWords). \($0.words)")
            }
            if let end = dispute.settlement { steps.append((end.on, "Dispute settled", end.words)) }
        }
        if let closing = bundle.closing {
            steps.append((closing.on, "Closed", closing.reason ?? "Nothing outstanding"))
        }
        var table = Table(
            key: "steps", caption: "What happened to \(bundle.id)",
            columns: [.init("day", "Day"), .init("what", "What"), .init("words", "In words")])
        // By day; what is of one day stays in its order.
        for step in steps.enumerated().sorted(by: { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }) {
            table.append([.day(step.element.day), .text(step.element.what), .text(step.element.words)])
        }
        return table
    }

    private static func answered(_ bundle: ChallengeBundle) -> [(Day, Int)] {
        Dictionary(grouping: bundle.challenges.compactMap { $0.answer?.on }, by: { $0 })
            .map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 }
    }

    private static func concluded(_ bundle: ChallengeBundle) -> [(Day, Int)] {
        Dictionary(grouping: bundle.challenges.compactMap { $0.conclusion?.on }, by: { $0 })
            .map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 }
    }
}
