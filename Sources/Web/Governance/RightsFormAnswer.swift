import Access
import Contracts
import Files
import Governance
import Markup
import Organisations
import Pages
import Store
import Tabular
import Vocabulary

/// Who decides, for whoever keeps it: rights are recorded, amended and ended, and a whole scheme taken in from a file.
enum RightsFormAnswer {
    private static let trail: [(name: String, route: Route)] = [
        ("Who decides", .whoDecides), ("Keep who decides", .rightsWork(.keeping)),
    ]

    static func keeping(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        return Answer(
            RightsKeepingPage(work.keptRights, on: work.day, name: work.name, organisation: work.organisation))
    }

    // MARK: - One right

    private static func form(
        _ filled: SentValues, _ work: GovernanceWork, _ sent: Sent?, amending right: DecisionRight? = nil
    ) -> RightForm {
        let entry = ShortName.free("right-", besides: work.book.rights.keys)
        let asked = ShortName.free("question-", besides: work.book.questions.keys)
        return RightForm(
            filled, amended: right, entry: sent?.entry(else: entry) ?? entry,
            question: sent.flatMap { Slug($0.body.text("questionEntry")) } ?? asked,
            holders: work.organisations(besides: right?.holder),
            committees: work.book.committees.values.filter { $0.dissolvedOn == nil || $0.id == right?.committee }
                .sorted { ($0.title, $0.id) < ($1.title, $1.id) }.map { Choice($0.id.description, $0.title) },
            rights: work.book.rights.values.filter { $0.id != right?.id }
                .sorted { ($0.title, $0.id) < ($1.title, $1.id) }.map { Choice($0.id.description, $0.title) },
            people: work.people())
    }

    private static func asking(
        _ heading: String, _ form: RightForm, _ deed: RightsDeed, _ work: GovernanceWork, notice: String,
        free: Slug? = nil
    ) throws -> GovernanceAsking {
        try GovernanceAsking(
            GovernanceForm(
                work: work, heading: heading, trail: trail, form: form, deed: deed.destination,
                button: .init("Check the answers"), done: RightsDeed.keeping.path, notice: notice,
                record: RecordName(.right, form.amended?.id ?? form.entry), isNew: form.amended == nil, free: free,
                forbidden: { answer in work.keeps(answer.right.holder) ? nil : work.notYourRight },
                checking: .init(
                    heading: "Check who decides", button: .init("Record it"),
                    notes: { answer in
                        let until = form.amended == nil ? "" : " What the right was until the day before stays."
                        return [.paragraph(.text("It holds from \(answer.right.from.inWords).\(until)"))]
                    }, trial: { [$0.act] }),
                told: { act, _ in
                    switch act {
                    case let act as RecordRight: .init(right: act.right, question: act.question)
                    case let act as AmendRight: .init(right: act.right, question: act.question, reason: act.reason)
                    default: nil
                    }
                }
            ) { answer, _, _ in [answer.act] })
    }

    static func recording(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let form = form(sent?.filled ?? SentValues(), work, sent)
        return try asking(
            "Record who decides a matter", form, .record, work, notice: "It is recorded who decides.",
            free: ShortName.free("right-", besides: work.book.rights.keys))
    }

    /// - Throws: `not-found`.
    static func right(_ work: GovernanceWork) throws -> DecisionRight {
        let id = try work.question.parameter("right") { Slug($0) }
        guard let right = work.keptRights.rights[id] else {
            throw Refusal(.usage, code: "not-found", "A right “\(id)”")
        }
        return right
    }

    static func amending(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let right = try right(work)
        var standing = RightForm.filled(with: .init(right: right))
        standing.set("from", to: DayTyped())
        return try asking(
            "Change who decides", form(sent?.filled ?? standing, work, sent, amending: right), .amend(right.id), work,
            notice: "The right is changed; what it was stays on the record.")
    }

    static func ending(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let right = try right(work)
        return try GovernanceAsking(
            GovernanceForm(
                work: work, heading: "End a right to decide", trail: trail, form: EndForm(sent?.filled ?? SentValues()),
                deed: RightsDeed.end(right.id).destination, button: .init("End it"), done: RightsDeed.keeping.path,
                notice: "Its last day is recorded.", before: [.paragraph(.name(right.title), class: "subtitle")],
                record: RecordName(.right, right.id),
                told: { act, _ in (act as? EndRight).map { .init(lastDay: $0.lastDay, reason: $0.reason) } }
            ) { answer, _, _ in [EndRight(right: right.id, lastDay: answer.lastDay, reason: answer.reason)] })
    }

    // MARK: - A scheme

    static func scheme(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let form = SchemeForm(sent?.filled ?? SentValues(), bodies: work.bodies(.keepRights))
        return GovernanceAsking(page: schemePage(form, work)) { sent in
            var form = form
            let answer = form.read()
            guard let file = sent.body.files(in: "file").first else {
                form.errors["file"] = "Choose the file."
                return Outcome(kind: .again(schemePage(form, work)))
            }
            guard let answer else { return Outcome(kind: .again(schemePage(form, work))) }
            do {
                return try taken(file, answer, form, work, isRecording: sent.filled.step == .send)
            } catch let refusal as Refusal where refusal.kind != .engine {
                form.errors["file"] = refusal.told
                return Outcome(kind: .again(schemePage(form, work)))
            }
        }
    }

    /// All rows or none: a scheme with a hole in it would name the wrong holder.
    private static func taken(
        _ file: PostedFile, _ answer: SchemeForm.Answer, _ form: SchemeForm, _ work: GovernanceWork, isRecording: Bool
    ) throws -> Outcome {
        let (sheet, notes) = try FirstSheet.read(try file.bytes(), named: file.name)
        let codes = Set(work.question.desk.directory.all(on: answer.from).map(\.code))
        let reading = try SchemeOfDelegationFile.read(
            sheet, defaults: .init(body: answer.body, from: answer.from, organisations: codes))
        let acts: [any GovernanceAct] = reading.values.map { RecordRight(right: $0.value, question: nil) }
        let problems = reading.problems + notes
        var form = form
        if problems.contains(where: { $0.effect == .refused }) {
            form.failures = ["Some rows cannot be read, so nothing is taken in. Mend the file and send it again."]
        } else if !reading.values.allSatisfy({ work.keeps($0.value.holder) }) {
            form.failures = [work.notYourRight.told]
        } else if let refusal = work.refusal(of: acts) {
            form.failures = [work.book.naming(refusal, work.name).told]
        }
        guard isRecording, form.failures.isEmpty else {
            let found = schemePage(form, work, read: reading.values.map(\.value), problems)
            return Outcome(kind: form.failures.isEmpty ? .shown(found) : .again(found))
        }
        try work.perform { _, _ in acts }
        return Outcome(
            kind: .done(
                RightsDeed.keeping.path, notice: "\(counted(acts.count, "right", "rights")) of the scheme are recorded."
            ))
    }

    private static func schemePage(
        _ form: SchemeForm, _ work: GovernanceWork, read rights: [DecisionRight] = [], _ problems: [Problem] = []
    ) -> any Page {
        let told = problems.map { problem -> Html in
            let place = [problem.row.map { "Row \($0)" }, problem.column].compactMap(\.self).joined(separator: ", ")
            return .name(place.isEmpty ? problem.explanation : "\(place): \(problem.explanation)")
        }
        let rows = rights.map { right in
            Html.SummaryRow(
                right.title,
                .name(
                    "\(right.holder?.description ?? "nobody")\(right.approach.map { ", \($0)" } ?? "")"
                        + (right.upTo.map { ", up to \($0)" } ?? ", without a limit")))
        }
        return FormPage(
            "Take in a scheme of delegation", trail: trail, form: form, to: RightsDeed.scheme.destination,
            token: work.question.token, button: FormStep.check.button("Look what would be recorded"),
            others: [FormStep.send.button("Record it", .second)],
            before: (told.isEmpty ? [] : [Html.heading(2, "What the file says"), .list(told, class: "rows")])
                + (rows.isEmpty
                    ? []
                    : [
                        .heading(2, .text("\(counted(rows.count, "right", "rights")) read; nothing is recorded yet")),
                        .summaryList(rows),
                    ]))
    }
}

extension GovernanceWork {
    /// True where the visitor keeps who decides at a body, and of what no body here holds.
    func keeps(_ code: OrganisationCode?) -> Bool {
        guard let code else { return true }
        let isHere =
            book.committees.values.contains { $0.body == code }
            || question.desk.book.contractYears.contains { $0.commissioner == code }
        return !isHere || question.reach(.keepRights).covers(code)
    }

    var notYourRight: Refusal {
        Refusal(
            .permission, code: "not-your-right", "You do not keep who decides at that body.",
            remedy: "Ask its administrator for the role.")
    }

    /// The book with those rights alone that the visitor keeps.
    var keptRights: GovernanceBook {
        var kept = book
        kept.rights = book.rights.filter { keeps($0.value.holder) }
        return kept
    }

    /// Commissioners and bodies that hold rights, answer to somebody or have committees, by name.
    func organisations(besides more: OrganisationCode? = nil) -> [Choice] {
        var codes = Set(question.desk.book.contractYears.map(\.commissioner))
        codes.formUnion(book.committees.values.map(\.body))
        codes.formUnion(book.rights.values.flatMap(\.holders))
        for party in book.edges.values.flatMap({ [$0.actor, $0.forum] }) {
            if case .organisation(let code) = party { codes.insert(code) }
        }
        if let more { codes.insert(more) }
        let names = OrganisationNames(question.desk)
        return codes.map { Choice($0.description, names.name(of: $0, on: day) ?? $0.description) }
            .sorted { ($0.words, $0.value) < ($1.words, $1.value) }
    }
}
