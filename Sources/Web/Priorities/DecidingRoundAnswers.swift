import Access
import Governance
import Markup
import Pages
import Priorities
import Store
import Vocabulary

/// Bringing a round to its decision: its papers, the agenda of a meeting, what the meeting decided, and appeals.
enum DecidingRoundAnswer {
    static func hub(_ question: Question) throws -> Answer {
        let work = try question.roundAtWork(holding: .recordDecisions)
        return Answer(
            DecidePages(
                work, items: try items(of: work.id, GovernanceDesk(question.store).book()),
                may: .init(
                    runsRound: question.may(.runRounds, in: work.round),
                    keepsMeetings: !question.reach(.keepMeetings).isNowhere,
                    publishes: question.may(.publish, in: work.round))
            ).hub())
    }

    /// Where a round stands on agendas, the soonest first; a meeting that was cancelled says nothing.
    private static func items(of round: Slug, _ book: GovernanceBook) -> [DecidePages.RoundItem] {
        let meetings = book.meetings.values.filter { $0.state != .cancelled }
            .sorted { ($0.startsAt, $0.id) < ($1.startsAt, $1.id) }
        return meetings.flatMap { meeting in
            meeting.agenda.filter { $0.subject == .round(round) }.map { item in
                let isClosed = meeting.proceeding(item.id)?.state == .closed
                return DecidePages.RoundItem(
                    meeting: meeting.id, item: item.id, day: meeting.day,
                    committees: meeting.committees.map { book.committees[$0]?.title ?? $0.description }
                        .joined(separator: " and "),
                    state: isClosed ? .closed : meeting.state == .open ? .open : .toCome)
            }
        }
    }

    // MARK: - What the law asks for

    static func papers(_ question: Question) throws -> Answer { Answer(AssessmentForm(try question.roundRun()).page()) }

    static func attach(_ sent: Sent) throws -> Outcome {
        let form = AssessmentForm(try sent.question.roundRun())
        let file = sent.body.file(AssessmentForm.fileField).flatMap { $0.size > 0 ? $0 : nil }
        let given: AssessmentForm.Given
        do { given = try form.read(sent.values, hasFile: file != nil) } catch {
            return .again(form.page(sent.values, errors: error))
        }
        do {
            let bytes = try file?.bytes()
            try sent.question.perform(all: { ground in
                [
                    AttachAssessment(
                        round: form.work.id,
                        assessment: Assessment(
                            id: form.entry(given), option: given.option, kind: given.kind,
                            document: try bytes.map { try ground.hold($0) }, title: given.title, dated: given.dated,
                            reasonForNone: given.reasonForNone))
                ]
            })
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(form.page(sent.values, refusal: refusal.description))
        }
        return .done(.assessments, in: form.work.id, "“\(given.title)” is attached.")
    }

    // MARK: - The agenda

    private static func agendaForm(
        _ question: Question, _ sent: Sent?
    ) throws -> (form: RoundAgendaForm, work: GovernanceWork) {
        let round = try question.roundAtWork()
        let work = try GovernanceWork(question)
        let kept = work.book.meetings.values.filter {
            [.planned, .papersOut, .open].contains($0.state) && work.may(.keepMeetings, in: $0.committees)
        }.sorted { ($0.startsAt, $0.id) < ($1.startsAt, $1.id) }
        let choices = kept.map { meeting in
            Choice(
                meeting.id.description,
                "\(meeting.day.inWords) at \(meeting.startsAt.inLondon.clock), "
                    + meeting.committees.map { work.book.committees[$0]?.title ?? $0.description }
                    .joined(separator: " and "))
        }
        let matters = Set(
            kept.flatMap { meeting in
                meeting.committees.flatMap { work.book.committees[$0]?.terms(on: meeting.day)?.mandates ?? [] }
            }.filter { $0.officer == nil }.map(\.matter)
        ).sorted().map { Choice($0.description, $0.description.replacing("-", with: " ")) }
        let recommended = try question.rounds.reading(of: round.id).result.map { result in
            round.round.options.filter { result.portfolio.options.contains($0.id) }.map(\.fullYear).reduce(.zero, +)
        }
        let free = free(round.id, besides: Set(kept.flatMap { $0.agenda.map(\.id) }))
        return (
            RoundAgendaForm(
                round, meetings: choices, matters: matters, recommended: recommended,
                entry: sent?.entry(else: free) ?? free), work
        )
    }

    /// `dental-2025`, else with a number behind it.
    private static func free(_ round: Slug, besides taken: Set<Slug>) -> Slug {
        let names = (1...).lazy.map { number in
            number == 1 ? round : Slug("\(round.description.prefix(55))-\(number)") ?? round
        }
        return names.prefix(taken.count + 1).first { !taken.contains($0) } ?? round
    }

    static func agenda(_ question: Question) throws -> Answer {
        let form = try agendaForm(question, nil).form
        return Answer(form.page(form.blank))
    }

    /// The item gets from the round whom it touches, the result and the documents that the law asks for.
    static func putOnAgenda(_ sent: Sent) throws -> Outcome {
        let (form, work) = try agendaForm(sent.question, sent)
        var act: PutOnAgenda
        do { act = try form.read(sent.values) } catch { return .again(form.page(sent.values, errors: error)) }
        do {
            guard let meeting = work.book.meetings[act.meeting] else {
                throw Refusal(.usage, code: "no-such-meeting", "There is no such meeting.")
            }
            act.item = try RoundOnAgenda(work.desk).filled(act.item, on: meeting.day)
            try work.perform { _, _ in [act] }
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(form.page(sent.values, refusal: refusal.told))
        }
        return Outcome(
            kind: .done(Route.meetingWork(MeetingDeed(act.meeting, .live)).path, notice: "The round is on the agenda."))
    }

    // MARK: - What was decided

    /// What the meeting did, from its own record.
    private static func decisionForm(_ question: Question, _ sent: Sent?) throws -> DecisionForm {
        let work = try question.roundAtWork(holding: .recordDecisions)
        func named(_ field: String) throws -> Slug {
            guard let name = Slug(sent?.body.text(field) ?? question.asked.query[field] ?? "") else {
                throw Refusal(.usage, code: "not-found", "The meeting that decided")
            }
            return name
        }
        let (meeting, item) = (try named("meeting"), try named("item"))
        let sitting = try RoundDesk(question.store).sitting(of: meeting, item: item, on: work.round)
        let resolutions = try GovernanceDesk(question.store).book().meetings[meeting]?.resolutions ?? []
        var reasons: [Slug: String] = [:]
        for resolution in resolutions where resolution.item == item && resolution.isCarried {
            let parts = resolution.parts.isEmpty ? work.round.options.map(\.id) : resolution.parts
            for part in parts { reasons[part] = resolution.reasons }
        }
        let result = try question.rounds.reading(of: work.id).result
        return DecisionForm(
            work, sitting: sitting, recommended: result.map { Set($0.portfolio.options) }, reasons: reasons)
    }

    static func recording(_ question: Question) throws -> Answer {
        let form = try decisionForm(question, nil)
        guard form.work.round.decision == nil else {
            throw Refusal(
                .rule, code: "already-decided", "“\(form.work.round.title)” is decided.",
                remedy: "Only an appeal that is upheld opens the decision again.")
        }
        return Answer(form.page(form.blank))
    }

    static func record(_ sent: Sent) throws -> Outcome {
        let form = try decisionForm(sent.question, sent)
        if sent.values.step == .change { return .shown(form.page(sent.values)) }
        let document: DecisionDocument
        do { document = try form.read(sent.values) } catch { return .again(form.page(sent.values, errors: error)) }
        let acts = document.acts(in: form.work.id, on: sent.question.now.inLondon.day, sitting: form.sitting)
        guard let act = acts.first as? RecordDecision else { preconditionFailure("a decision is one act") }
        do {
            guard sent.values.step == .send else {
                _ = try sent.question.foreseen(act, in: form.work.round)
                return .shown(form.check(sent.values, document))
            }
            try sent.question.perform { _ in act }
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(form.check(sent.values, document, refusal: refusal.description))
        }
        return .done(.decide, in: form.work.id, "The decision is recorded.")
    }

    // MARK: - Appeals

    static func appeals(_ question: Question) throws -> Answer {
        let form = AppealsRouteForm(try question.roundAtWork(holding: .recordDecisions))
        return Answer(form.page(form.blank))
    }

    static func setAppeals(_ sent: Sent) throws -> Outcome {
        let form = AppealsRouteForm(try sent.question.roundAtWork(holding: .recordDecisions))
        let route: AppealsRoute
        do { route = try form.read(sent.values) } catch { return .again(form.page(sent.values, errors: error)) }
        do {
            try sent.question.perform { _ in SetAppealsRoute(round: form.work.id, appeals: route) }
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(form.page(sent.values, refusal: refusal.description))
        }
        return .done(.decide, in: form.work.id, "It is said how to appeal.")
    }

    private static func appealForm(_ question: Question) throws -> AppealForm {
        AppealForm(try question.roundAtWork(holding: .recordDecisions), today: question.now.inLondon.day)
    }

    static func lodging(_ question: Question) throws -> Answer {
        let form = try appealForm(question)
        return Answer(form.page(form.blank, entry: form.entry))
    }

    static func lodge(_ sent: Sent) throws -> Outcome {
        let form = try appealForm(sent.question)
        let entry = sent.entry(else: form.entry)
        let given: AppealForm.Given
        do { given = try form.read(sent.values) } catch {
            return .again(form.page(sent.values, entry: entry, errors: error))
        }
        do {
            try sent.question.perform(keeping: given.person.isEmpty ? [] : [given.person]) { kept in
                LodgeAppeal(
                    round: form.work.id,
                    appeal: Appeal(id: entry, lodgedOn: given.lodgedOn, grounds: given.grounds, person: kept.first))
            }
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(form.page(sent.values, entry: entry, refusal: refusal.description))
        }
        return .done(.decide, in: form.work.id, "The appeal is on the record.")
    }

    private static func appeal(_ question: Question, in form: AppealForm) throws -> Appeal {
        let id = try question.parameter("appeal") { Slug($0) }
        guard let appeal = form.work.round.lodged.first(where: { $0.id == id }) else {
            throw Refusal(.usage, code: "not-found", "The appeal \(id)")
        }
        return appeal
    }

    static func answering(_ question: Question) throws -> Answer {
        let form = try appealForm(question)
        return Answer(form.answering(try appeal(question, in: form)))
    }

    /// First shown with what it sets aside, then recorded.
    static func answer(_ sent: Sent) throws -> Outcome {
        let form = try appealForm(sent.question)
        let appeal = try appeal(sent.question, in: form)
        if sent.values.step == .change { return .shown(form.answering(appeal, sent.values)) }
        let answer: Appeal.Answer
        do { answer = try form.readAnswer(sent.values) } catch {
            return .again(form.answering(appeal, sent.values, errors: error))
        }
        let act = AnswerAppeal(round: form.work.id, appeal: appeal.id, answer: answer)
        do {
            let lost = try sent.question.lost(by: act, in: form.work.round)
            guard sent.values.step == .send else {
                return .shown(form.check(appeal, sent.values, answer, lost: lost))
            }
            try sent.question.perform { _ in act }
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(form.check(appeal, sent.values, answer, lost: [], refusal: refusal.description))
        }
        return .done(.decide, in: form.work.id, "The appeal is answered.")
    }
}

extension Question {
    /// The round that an item of an agenda is on; nil where it is on none, or the visitor may not read it.
    func round(of item: AgendaItem) -> RoundReading? {
        guard case .round(let round) = item.subject, let reading = try? rounds.reading(of: round),
            mayRead(reading.round)
        else { return nil }
        return reading
    }
}
