import Challenges
import Digests
import Exemplar
import Files
import Foundation
import Imports
import Rulebook
import Store
import Tabular
import Vocabulary

/// What became of the rules' findings in the demonstration: bundles of challenges and matters of notices, each another way
/// along, on working days before today.
struct DemoCourse {
    let store: Store
    private let desk: ChallengeDesk
    private let files: URL
    let moment: Moment
    let calendar = WorkingDays.shipped
    /// The contract manager of `DemoPeople`.
    let author = Author("a005")!

    init(store: Store, files: URL, at moment: Moment) throws {
        (self.store, self.files, self.moment) = (store, files, moment)
        desk = ChallengeDesk(store)
        // So that nothing is begun on days that nobody knows.
        _ = try calendar.day(30, after: moment.inLondon.day)
    }

    var today: Day { moment.inLondon.day }

    /// The day so many working days before today.
    func ago(_ days: Int) throws(Refusal) -> Day {
        var (day, left) = (today, days)
        while left > 0 {
            day = day.adding(days: -1)
            if try calendar.isWorking(day) { left -= 1 }
        }
        return day
    }

    // MARK: - Bundles

    /// Raises bundles with the providers of whom most is at risk: one in dispute, one answered and concluded in part, one
    /// whose credit note is awaited, one sent yesterday and one that waits to be sent.
    func raise(_ run: ChallengeRun, of account: RunAccount) throws -> [ChallengeBundle] {
        let providers = account.providers
            .filter { $0.rows >= 5 }
            .sorted { ($1.countedPence, $0.provider) < ($0.countedPence, $1.provider) }.map(\.provider)
        let ways: [(raised: Int, course: (ChallengeBundle) throws -> Void)] = [
            (45, dispute), (14, concludeInPart), (34, awaitCredit), (2, { try send($0, on: 1) }), (0, { _ in }),
        ]
        for (provider, way) in zip(providers, ways) {
            let raised = try desk.raise(
                run, with: provider, commissioner: Exemplar.commissioners[0].code, on: try ago(way.raised), by: author,
                at: moment)
            try way.course(raised.bundle)
        }
        return try desk.bundles()
    }

    private func dispute(_ bundle: ChallengeBundle) throws {
        try send(bundle, on: 43)
        try answer(bundle.id, on: 36) { place in place % 4 == 3 ? nil : [.accepted, .part, .rejected][place % 4] }
        try conclude(bundle.id, on: 30)
        try credit(bundle.id, note: "CN-1043", on: 22) { $0 }
        try desk.perform(
            DisputeBundle(
                bundle: bundle.id, step: .negotiation, on: try ago(9),
                words: "The provider says that the records it rejected were counted twice by us and not by them."),
            by: author, at: moment)
    }

    private func concludeInPart(_ bundle: ChallengeBundle) throws {
        try send(bundle, on: 12)
        try answer(bundle.id, on: 4) { place in [.accepted, .accepted, .part, .rejected][place % 4] }
        try conclude(bundle.id, on: 1)
    }

    private func awaitCredit(_ bundle: ChallengeBundle) throws {
        try send(bundle, on: 32)
        try answer(bundle.id, on: 24) { place in place % 3 == 2 ? .rejected : .accepted }
        try conclude(bundle.id, on: 16)
        let left = ProposeConclusions.all(
            try desk.bundle(bundle.id), .init(), outcome: .withdrawn,
            reason: "The provider’s evidence holds: we saw it at the meeting.")
        try desk.conclude(bundle.id, left, on: try ago(14), by: author, at: moment)
        try credit(bundle.id, note: "CR/0093", on: 6) { $0 / 2 }
    }

    /// - Parameter pence: what is credited of so many pence that were agreed.
    private func credit(_ id: Slug, note: String, on days: Int, _ pence: (Int) -> Int) throws {
        let amount = Money(pence: pence(try desk.bundle(id).agreed.pence))
        guard amount > .zero else { return }
        try desk.perform(
            RecordCredit(bundle: id, number: note, on: try ago(days), amount: amount), by: author, at: moment)
    }

    /// As `remit activity send` does.
    private func send(_ bundle: ChallengeBundle, on days: Int) throws {
        var act = SendChallenges(
            bundle: bundle.id, on: try ago(days), addressee: "The Director of Finance, \(bundle.provider)",
            contact: "Contract team, Wexbourne ICB, contracts@wexbourne.example", accountReceivedOn: try ago(days + 4))
        let sent = try desk.decided(act, on: bundle, by: author, at: moment)
        let papers = try BundlePapers(bundle, sending: sent.sending, from: desk)
        act.papers = papers.papers
        try papers.write(into: files.appendingPathComponent("sent/\(bundle.id)").path, replacing: false)
        try desk.perform(act, by: author, at: moment)
    }

    /// Fills in the workbook that was sent, leaves it beside it and takes it in, as `remit activity answers` does.
    ///
    /// - Parameter kind: of the answer in each place; nil for a row that is left blank.
    private func answer(_ id: Slug, on days: Int, _ kind: (Int) -> ChallengeAnswer.Kind?) throws {
        let bundle = try desk.bundle(id)
        var form = AnswerForm.form(of: bundle, sending: bundle.sending, files: try desk.fileNames(of: bundle))
        let open = form.sheets[0].columns.firstIndex(where: \.isOpen) ?? 0
        for (place, challenge) in bundle.challenges.enumerated() {
            guard var kind = kind(place) else { continue }
            let counted = challenge.raised.counted
            // Nobody accepts a part of nothing.
            if kind == .part, counted.pence < 200 { kind = .accepted }
            form.sheets[0].rows[place][open] = .text(kind.rawValue)
            if kind == .part { form.sheets[0].rows[place][open + 1] = .init(.money(Money(pence: counted.pence / 2))) }
            form.sheets[0].rows[place][open + 2] = .text(DemoCourse.reason(for: kind))
            if kind == .rejected { form.sheets[0].rows[place][open + 3] = .text("Shared folder, contract queries") }
        }
        let (bytes, name) = (try WorkbookFile.bytes(form: form), "\(id)-answers.xlsx")
        try Data(bytes).write(to: files.appendingPathComponent("sent/\(id)/\(name)"))
        let read = try AnswerFile(ReturnedForm(returned: bytes, named: name), to: bundle)
        try desk.answer(
            id, with: read.answers, from: Digest.of(bytes), named: name, on: try ago(days), by: author, at: moment)
    }

    private static func reason(for kind: ChallengeAnswer.Kind) -> String {
        switch kind {
        case .accepted: ""
        case .part: "We agree that half of the time was not ours to bill."
        case .rejected: "Our record of the day shows that it was done as billed."
        }
    }

    private func conclude(_ id: Slug, on days: Int) throws {
        let rows = ProposeConclusions.asAnswered(try desk.bundle(id))
        try desk.conclude(id, rows, on: try ago(days), by: author, at: moment)
    }

    /// Hours and fees, of some of the bundles and of none.
    func recordCosts(of bundles: [ChallengeBundle]) throws {
        func cost(
            _ days: Int, _ what: String, minutes: Int? = nil, _ pounds: Int, bundle: ChallengeBundle? = nil,
            rule: String? = nil
        ) throws -> ContractingCost {
            ContractingCost(
                on: try ago(days), provider: bundle?.provider, rule: rule, bundle: bundle?.id, minutes: minutes,
                amount: Money(pence: pounds * 100), what: what)
        }
        var costs = [try cost(2, "Looking through what the rules found", minutes: 390, 247)]
        if let first = bundles.first {
            costs += [
                try cost(31, "Reading the provider’s answers", minutes: 150, 95, bundle: first),
                try cost(9, "Preparing the negotiation", minutes: 240, 152, bundle: first),
            ]
        }
        if bundles.count > 2 {
            costs.append(
                try cost(20, "An auditor of clinical coding, one day", 640, bundle: bundles[2], rule: "CC07"))
        }
        try store.perform(RecordContractingCosts(costs), by: author, at: moment)
    }
}
