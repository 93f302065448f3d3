import Rulebook
public import Vocabulary

/// What the chair decides about a member's interests in an item, beside what is proposed.
///
/// Left out, the interests, the parts and the option are those that are proposed for the member and the item. Nobody
/// decides about an interest of one's own, and who is left out of the item decides about none in it. While a vote is
/// open, votes of a member who is now left out are not counted.
public struct HandleInterest: MeetingEvent {
    public static let name = "handleInterest"
    public static let doing = "decide how an interest is handled"
    public static let states: [Meeting.State] = [.planned, .papersOut, .open]

    public var meeting: Slug
    public var item: Slug
    public var member: Slug
    /// The chair or vice-chair of a committee of the meeting, or whoever chairs the item.
    public var chair: Slug
    public var option: HandlingOption?
    public var parts: [Slug]?
    public var interests: [Slug]?
    public var withholdsPapers: Bool?
    /// Needed where the option is not the one proposed.
    public var reason: String?
    public var at: Moment?

    public init(
        meeting: Slug, item: Slug, member: Slug, chair: Slug, option: HandlingOption? = nil, parts: [Slug]? = nil,
        interests: [Slug]? = nil, withholdsPapers: Bool? = nil, reason: String? = nil, at: Moment? = nil
    ) {
        self.meeting = meeting
        self.item = item
        self.member = member
        self.chair = chair
        self.option = option
        self.parts = parts
        self.interests = interests
        self.withholdsPapers = withholdsPapers
        self.reason = reason
        self.at = at
    }

    /// - Throws: `own-interest`, `not-chair`, `chair-conflicted`, `chair-absent`, `no-such-interest`, `no-such-part`,
    ///   `nothing-proposed`, `option-not-in-force`, `handling-too-weak`, `no-reason`.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        let agendaItem = try meeting.requireItem(item)
        _ = try meeting.requireProceeding(item, in: [.waiting, .taken, .stopped], to: "handle an interest in it")
        _ = try before.book.requirePerson(member)
        try checkChair(meeting, before)
        let proposals = try covered(meeting, before)
        let proposal = proposals.min { $0.option < $1.option }
        guard let option = option ?? proposal?.option else {
            throw Refusal(
                .usage, code: "nothing-proposed", "No interest of “\(member)” in the item “\(item)” is known.",
                remedy: "Give the option, with a reason, or have the interest declared first.")
        }
        let parts = parts ?? ProposeHandling.parts(of: proposals)
        try meeting.requireParts(parts, of: agendaItem)
        try check(option, against: proposals, on: meeting.day, before)
        if option != proposal?.option {
            try refuseBlank(
                reason: reason,
                for: proposal.map { "“\(option.inWords)” where “\($0.option.inWords)” is proposed" }
                    ?? "leaving “\(member)” out where no interest is known")
        }
        meeting.handlings.append(
            Handling(
                member: member, item: item, parts: parts, interests: proposals.map(\.interest), option: option,
                withholdsPapers: withholdsPapers ?? false, decidedBy: chair, reason: reason,
                proposed: proposal?.option, rule: proposal?.rule, decidedAt: moment))
        if meeting.state == .open { try meeting.judgeItemBefore(book: before.book, at: moment) }
    }

    private func checkChair(_ meeting: Meeting, _ before: GovernanceBefore) throws(Refusal) {
        guard chair != member else {
            throw Refusal(
                .permission, code: "own-interest", "“\(chair)” cannot decide about an interest of one's own.",
                remedy: "Let the vice-chair decide, or hand the chair over for the item.")
        }
        let officers = meeting.officers(before.book)
        let chairs = meeting.committees.compactMap { meeting.chair(of: $0, item: item) }
        guard officers.contains(chair) || chairs.contains(chair) else {
            throw Refusal(
                .permission, code: "not-chair",
                "“\(chair)” is neither chair nor vice-chair, and does not chair the item “\(item)”.",
                remedy: officers.isEmpty ? "Appoint a chair." : "It is for \(named(officers)).")
        }
        guard meeting.state != .open || meeting.isPresent(chair) else {
            throw Refusal(
                .rule, code: "chair-absent", "“\(chair)” is not at the meeting.",
                remedy: "Let whoever chairs the item decide.")
        }
        try meeting.refuseConflicted(chair, item: item, before)
    }

    /// The proposals that this decides about.
    private func covered(
        _ meeting: Meeting, _ before: GovernanceBefore
    ) throws(Refusal) -> [ProposeHandling.Proposal] {
        let all = try ProposeHandling.proposals(
            for: meeting, item: item, people: [member], book: before.book, rulebook: before.rulebook)
        guard let interests else { return all }
        if let unknown = interests.first(where: { interest in !all.contains { $0.interest == interest } }) {
            throw Refusal(
                .usage, code: "no-such-interest",
                "“\(member)” has no interest “\(unknown)” that touches the item “\(item)”.",
                remedy: all.isEmpty
                    ? "Declare it first." : "Those that do are \(named(all.map(\.interest))).")
        }
        return all.filter { interests.contains($0.interest) }
    }

    private func check(
        _ option: HandlingOption, against proposals: [ProposeHandling.Proposal], on day: Day,
        _ before: GovernanceBefore
    ) throws(Refusal) {
        let inForce = try ProposeHandling.options(on: day, rulebook: before.rulebook)
        guard inForce.contains(option) else {
            throw Refusal(
                .rule, code: "option-not-in-force",
                "“\(option.rawValue)” is not among the handlings in force on \(day.inWords) "
                    + "(\(GovernanceRuleID.handlingOptions)).",
                remedy: "They are \(named(inForce.map(\.rawValue))).")
        }
        if let strict = proposals.first(where: { $0.weakest.map { option > $0 } ?? false }),
            let weakest = strict.weakest
        {
            throw Refusal(
                .rule, code: "handling-too-weak",
                "\(strict.why): a direct financial interest is handled at least by “\(weakest.rawValue)” "
                    + "(\(GovernanceRuleID.handlingLeastFinancial)).",
                remedy: "Choose a stronger handling; an interest shared by a whole class is declared as such.")
        }
    }
}

extension ProposeHandling {
    /// What the proposals touch together: no parts where one touches the whole item.
    static func parts(of proposals: [Proposal]) -> [Slug] {
        proposals.contains { $0.parts.isEmpty } ? [] : Set(proposals.flatMap(\.parts)).sorted()
    }
}

extension Meeting {
    /// The chairs and vice-chairs of its committees on its day.
    func officers(_ book: GovernanceBook, of committee: Slug? = nil) -> [Slug] {
        let seats = committees.filter { committee == nil || $0 == committee }
            .flatMap { book.committees[$0]?.members(on: day) ?? [] }
        return Set(seats.filter { $0.office != nil }.map(\.person)).sorted()
    }

    /// - Throws: `chair-conflicted` where the person is left out of the item, or has an interest in it of which nobody
    ///   has decided yet and for which more than noting is proposed.
    func refuseConflicted(_ person: Slug, item: Slug, _ before: GovernanceBefore) throws(Refusal) {
        let handled = standingHandlings(item, member: person)
        let open = try ProposeHandling.proposals(
            for: self, item: item, people: [person], book: before.book, rulebook: before.rulebook
        ).first { proposal in
            proposal.option != .noted && !handled.contains { $0.interests.contains(proposal.interest) }
        }
        let recused = handled.first { !$0.option.votes }
        guard recused != nil || open != nil else { return }
        let why = open?.why ?? recused.map { "“\(person)” \($0.option.inWords)" } ?? ""
        throw Refusal(
            .rule, code: "chair-conflicted", "“\(person)” does not chair the item “\(item)”: \(why).",
            remedy: "Hand the chair over for the item to the vice-chair, or to a member without an interest chosen by "
                + "those present.")
    }

    func requireNoOpenMotion(on item: Slug, to doing: String) throws(Refusal) {
        if let open = motions.first(where: { $0.item == item && $0.isOpen }) {
            throw Refusal(
                .rule, code: "vote-open",
                "The motion “\(open.id)” is before the meeting: it is not the time to \(doing).",
                remedy: "Close the vote first.")
        }
    }
}
