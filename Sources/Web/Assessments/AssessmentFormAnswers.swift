import Access
import Assessments
import Digests
import Files
import Markup
import Pages
import Store
import Tabular
import Vocabulary

/// Forms by which needs assessments are opened, filled and issued, each from its empty page to what is recorded.
///
/// Parts are added and never overwritten, each under a short name that its form brings: sent twice, it is recorded once.
enum AssessmentFormAnswers {
    static func opening(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let account = try question.signedIn().account
        let desk = AssessmentDesk(question.store)
        let form = OpenAssessmentForm(sent?.filled ?? SentValues(), commissioners: commissioners(question))
        let page = { (form: OpenAssessmentForm) -> any Page in
            FormPage(
                "Open a needs assessment", trail: [("Needs assessments", .assessment(.all))], form: form,
                to: AssessmentDeed.open.destination, token: question.token, button: .init("Open it"))
        }
        return GovernanceAsking(page: page(form)) { _ in
            var form = form
            guard let act = form.read() else { return Outcome(kind: .again(page(form))) }
            do {
                guard question.reach(.keepAssessments).covers(act.commissioner) else {
                    throw Refusal(
                        .permission, code: "not-yours", "You keep no needs assessments for \(act.commissioner).",
                        remedy: "Choose another commissioner.")
                }
                try AssessmentWork.perform(on: act.assessment, desk, by: account, at: question.now) { _, _ in [act] }
            } catch let refusal as Refusal where refusal.kind != .engine {
                form.refuse(refusal)
                return Outcome(kind: .again(page(form)))
            }
            return .done(.assessment(.one(act.assessment)), "The needs assessment is open.")
        }
    }

    /// Where the visitor may open one: commissioners of the contract files, and those of their roles.
    private static func commissioners(_ question: Question) -> [Choice] {
        let reach = question.reach(.keepAssessments)
        let known = PeopleAnswer.commissioners(question, within: reach)
        guard case .at(let codes) = reach else { return known }
        let names = OrganisationNames(question.desk)
        let others = codes.map(\.description).filter { code in !known.contains { $0.value == code } }.sorted()
        return known
            + others.map { code in
                let name = OrganisationCode(code).flatMap { names.name(of: $0, on: question.now.inLondon.day) }
                return Choice(code, name ?? code)
            }
    }

    static func showing(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try AssessmentWork(question, to: .keepAssessments)
        let entry = entry("figure-", besides: work.assessment.figures.map(\.id), sent)
        if let origin = FigureOrigin(query: question.asked.query) { return try showing(origin, as: entry, work, sent) }
        return asking(
            work, "Show a figure", FigureForm(sent?.filled ?? SentValues()), .figure(work.assessment.id),
            button: "Show it", notice: "The figure is shown.", keeping: [.init("entry", entry.description)],
            before: [
                .paragraph([
                    "Remit's own figures, pictures and maps are shown from the pages on which they stand, at their foot: ",
                    .link("Need", to: Route.indicators.destination()), " and ",
                    .link("Access to care", to: Route.careAccess.destination()),
                    ". Here you bring a table from elsewhere.",
                ])
            ]
        ) { typed, texts, held in
            guard held?.figure(entry) == nil else { return [] }
            let name = "The table"
            try PatientIdentifier.refuse(in: typed.table, at: name)
            let isJSON = typed.table.first { !$0.isWhitespace } == "{"
            let table =
                isJSON
                ? try ShownTable(JSONValue(parsing: Array(typed.table.utf8), named: name), named: name)
                : try ShownTable(copied: typed.table, named: name)
            let document = try texts.hold(Array(table.json.canonical.utf8))
            return [
                ShowFigure(
                    assessment: work.assessment.id,
                    figure: ShownFigure(
                        id: entry, kind: typed.kind, title: typed.title, indicator: table.indicator,
                        period: typed.period ?? table.period, theme: typed.theme, source: typed.source,
                        note: typed.note, document: document))
            ]
        }
    }

    /// What one of our own pages shows: it is worked out again when it is sent, and recorded if it is what was seen.
    private static func showing(
        _ origin: FigureOrigin, as entry: Slug, _ work: AssessmentWork, _ sent: Sent?
    ) throws -> GovernanceAsking {
        let own = try OwnFigure.found(origin, work.question)
        let (bytes, seen) = (own.bytes, sent?.body.text("seen"))
        let digest = Digest.of(bytes)
        let form = sent.map { OwnFigureForm($0.filled) } ?? OwnFigureForm(title: own.title, period: own.period)
        let page = { (form: OwnFigureForm) -> any Page in
            OwnFigurePage(
                assessment: (work.assessment.id, work.assessment.title), form: form, shown: origin, table: own.table,
                digest: digest, token: work.question.token, entry: entry)
        }
        return GovernanceAsking(page: page(form)) { _ in
            var form = form
            guard let typed = form.read() else { return Outcome(kind: .again(page(form))) }
            guard seen == digest.description else {
                form.failures = [
                    "These figures have changed since you saw them. Look at them below, and send it again."
                ]
                return Outcome(kind: .again(page(form)))
            }
            do {
                try AssessmentWork.perform(
                    on: work.assessment.id, work.desk, by: work.account, at: work.question.now
                ) { texts, held in
                    guard held?.figure(entry) == nil else { return [] }
                    let document = try texts.hold(bytes)
                    return [
                        ShowFigure(
                            assessment: work.assessment.id,
                            figure: ShownFigure(
                                id: entry, kind: own.what.kind, title: typed.title, indicator: own.table.indicator,
                                period: typed.period, theme: typed.theme, source: own.source, note: typed.note,
                                document: document))
                    ]
                }
            } catch let refusal as Refusal where refusal.kind != .engine {
                form.refuse(refusal)
                return Outcome(kind: .again(page(form)))
            }
            return .done(.assessment(.one(work.assessment.id)), "The figure is shown.")
        }
    }

    static func finding(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try AssessmentWork(question, to: .keepAssessments)
        let entry = entry("finding-", besides: work.assessment.findings.map(\.id), sent)
        let form = FindingForm(sent?.filled ?? SentValues(), assessment: work.assessment.id, entry: entry)
        return asking(
            work, "Record evidence, advice or experience", form, .finding(work.assessment.id), button: "Record it",
            notice: "It is recorded."
        ) { act, _, held in held?.finding(entry) == act.finding ? [] : [act] }
    }

    static func voice(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try AssessmentWork(question, to: .keepAssessments)
        let entry = entry("voice-", besides: work.assessment.voices.map(\.id), sent)
        let form = AskVoiceForm(sent?.filled ?? SentValues(), assessment: work.assessment.id, entry: entry)
        return asking(
            work, "Ask for a voice", form, .voice(work.assessment.id), button: "Record that it was asked",
            notice: "It is recorded who was asked."
        ) { act, _, held in held?.voice(entry) == act.voice ? [] : [act] }
    }

    static func answeringVoice(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try AssessmentWork(question, to: .keepAssessments)
        let id = try question.parameter("voice") { Slug($0) }
        guard let voice = work.assessment.voice(id) else { throw Refusal(.usage, code: "not-found", "The voice \(id)") }
        let form = AnswerVoiceForm(sent?.filled ?? SentValues(), assessment: work.assessment.id, voice: id)
        return asking(
            work, "What came back", form, .answerVoice(work.assessment.id, voice: id), button: "Record it",
            notice: "It is recorded.",
            before: [
                .summaryList([
                    .init("Asked", .name(voice.asked)), .init("On", .text(voice.askedOn.inWords)),
                ])
            ]
        ) { act, _, held in held?.voice(id)?.answer == act.answer ? [] : [act] }
    }

    static func concluding(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try AssessmentWork(question, to: .keepAssessments)
        let entry = entry("conclusion-", besides: work.assessment.conclusions.map(\.id), sent)
        let form = ConclusionForm(sent?.filled ?? SentValues(), assessment: work.assessment, entry: entry)
        return asking(
            work, "Write a conclusion", form, .conclusion(work.assessment.id), button: "Write it down",
            notice: "The conclusion is written down."
        ) { act, _, held in held?.conclusion(entry) == act.conclusion ? [] : [act] }
    }

    static func withdrawing(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try AssessmentWork(question, to: .keepAssessments)
        let kind = try question.parameter("kind") { NeedsAssessment.Part.Kind(rawValue: $0) }
        let id = try question.parameter("part") { Slug($0) }
        let part = NeedsAssessment.Part(kind, id)
        let words: String? =
            switch kind {
            case .figure: work.assessment.figure(id)?.title
            case .finding: work.assessment.finding(id)?.said
            case .conclusion: work.assessment.conclusion(id)?.text
            }
        guard let words else { throw Refusal(.usage, code: "not-found", "The \(kind.rawValue) \(id)") }
        return asking(
            work, "Withdraw a \(kind.rawValue)",
            ReasonForm(sent?.filled ?? SentValues(), question: "Why is it withdrawn?"),
            .withdraw(work.assessment.id, part), button: "Withdraw it", notice: "The \(kind.rawValue) is withdrawn.",
            before: [.paragraph(.name(words), class: "lede")]
        ) { reason, _, held in
            held?.withdrawn[part]?.reason == reason
                ? [] : [WithdrawPart(assessment: work.assessment.id, part: part, reason: reason)]
        }
    }

    /// Shows what a version would say it has to be careful about, and issues it when that is confirmed.
    static func issuing(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try AssessmentWork(question, to: .keepAssessments)
        let held = work.assessment
        let next = (held.versions.last?.number ?? 0) + 1
        let page = { (failures: [String]) -> any Page in
            let warnings = WarnOfAssessment.sentences(of: held).map { Html.name($0) }
            return FormPage(
                "Issue version \(next)", trail: trail(held),
                before: [
                    .paragraph(
                        "The whole document is kept as it stands, and is never changed. A later version supersedes it.",
                        class: "lede"),
                    warnings.isEmpty ? .none : .paragraph("It will say:"),
                    warnings.isEmpty ? .none : .list(warnings),
                ],
                form: Form(
                    to: AssessmentDeed.issue(held.id).destination, token: question.token, id: "issue",
                    label: "Issue version \(next)", parts: [], kept: [.init("number", "\(next)")],
                    button: .init("Issue version \(next)"), errors: failures))
        }
        return GovernanceAsking(page: page([])) { sent in
            let number = Int(sent.body.text("number")) ?? next
            let done = Outcome.done(.assessment(.one(held.id)), "Version \(number) is issued.")
            // Sent twice, it is issued once.
            if held.versions.contains(where: { $0.number == number }), !held.isChangedSinceIssue { return done }
            do {
                _ = try work.desk.issue(
                    held.id, number: number, on: work.today, by: work.account.author, at: question.now)
            } catch let refusal as Refusal where refusal.kind != .engine {
                return Outcome(kind: .again(page([refusal.told])))
            }
            return done
        }
    }

    // MARK: - Common

    static func entry(_ stem: String, besides taken: [Slug], _ sent: Sent?) -> Slug {
        let free = ShortName.free(stem, besides: taken)
        return sent?.entry(else: free) ?? free
    }

    static func trail(_ assessment: NeedsAssessment) -> [(name: String, route: Route)] {
        [("Needs assessments", .assessment(.all)), (assessment.title, .assessment(.one(assessment.id)))]
    }

    /// - Parameter make: the acts that the answer asks for; none where exactly this is on the record already.
    static func asking<Asked: AskedForm>(
        _ work: AssessmentWork, _ heading: String, _ form: Asked, _ deed: AssessmentDeed, button: String,
        notice: String, keeping: [Form.Kept] = [], before: [Html] = [], done: AssessmentDeed? = nil,
        _ make: @escaping (Asked.Answer, KeptTexts, NeedsAssessment?) throws -> [any AssessmentAct]
    ) -> GovernanceAsking {
        let page = { (form: Asked) -> any Page in
            FormPage(
                heading, trail: trail(work.assessment), form: form, to: deed.destination, token: work.question.token,
                button: .init(button), keeping: keeping, before: before)
        }
        return GovernanceAsking(page: page(form)) { _ in
            var form = form
            guard let answer = form.read() else { return Outcome(kind: .again(page(form))) }
            do {
                try AssessmentWork.perform(
                    on: work.assessment.id, work.desk, by: work.account, at: work.question.now
                ) { texts, held in try make(answer, texts, held) }
            } catch let refusal as Refusal where refusal.kind != .engine {
                form.refuse(refusal)
                return Outcome(kind: .again(page(form)))
            }
            return .done(.assessment(done ?? .one(work.assessment.id)), notice)
        }
    }
}
