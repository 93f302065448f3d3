public import Governance
public import Markup
public import Rulebook
public import Vocabulary

/// A meeting as it stands at a moment, and who looks at it: what the live page and its forms are made from.
public struct LiveMeeting: Sendable {
    public var meeting: Meeting
    public var book: GovernanceBook
    public var rulebook: Rulebook
    public var now: Moment
    /// The line of the journal at which the meeting last changed.
    public var revision: Int
    public var viewer: Viewer
    public var token: FormToken
    /// What people are called here: names where the viewer may know them.
    public var name: @Sendable (Slug) -> String

    /// Who looks.
    public struct Viewer: Hashable, Sendable {
        /// The person on the register; nil where the account is linked to none.
        public var person: Slug?
        /// True for whoever records what happens.
        public var isClerk: Bool
        /// True where the person may take part, so that votes may be given.
        public var takesPart: Bool

        public init(person: Slug?, isClerk: Bool, takesPart: Bool) {
            self.person = person
            self.isClerk = isClerk
            self.takesPart = takesPart
        }
    }

    public init(
        _ meeting: Meeting, in book: GovernanceBook, rulebook: Rulebook, at now: Moment, revision: Int,
        viewer: Viewer, token: FormToken, name: @escaping @Sendable (Slug) -> String
    ) {
        self.meeting = meeting
        self.book = book
        self.rulebook = rulebook
        self.now = now
        self.revision = revision
        self.viewer = viewer
        self.token = token
        self.name = name
    }

    public var id: Slug { meeting.id }

    func title(of committee: Slug) -> String { book.committees[committee]?.title ?? committee.description }

    func number(of item: Slug) -> String {
        guard let place = meeting.agenda.firstIndex(where: { $0.id == item }) else { return item.description }
        return "\(place + 1). \(meeting.agenda[place].title)"
    }

    /// What is told of the meeting, with people as they are called here.
    var tables: MeetingTables {
        MeetingTables(meeting, in: book, text: text)
    }

    /// What stands for a name here.
    var text: @Sendable (Personal) -> String? {
        let name = name
        let people = Dictionary(book.people.values.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
        return { text in people[text].map { name($0) } }
    }

    private var terms: [TermsOfReference] {
        meeting.committees.compactMap { book.committees[$0]?.terms(on: meeting.day) }
    }

    /// True where all its committees may decide without a vote.
    var allowsConsensus: Bool { !terms.isEmpty && terms.allSatisfy(\.allowsConsensus) }

    /// True where one of them lets members give their vote to another.
    var allowsProxies: Bool { terms.contains(where: \.allowsProxies) }

    /// Clinicians who may be asked for an item: those who are proposed, each with the reason; then who asks may be told
    /// why the others are not.
    ///
    /// - Throws: what `ProposeClinicians` refuses.
    public func clinicians(for item: Slug) throws(Refusal) -> (proposed: [Choice], others: [String]) {
        let all = try ProposeClinicians.propose(for: item, in: meeting, book: book, rulebook: rulebook)
        func words(_ one: ProposeClinicians.Candidate) -> String {
            ([name(one.person)] + one.posts).joined(separator: ", ")
        }
        return (
            all.filter(\.isProposed).map { Choice($0.person.description, words($0), hint: $0.why) },
            all.filter { !$0.isProposed }.map { "\(words($0)): \($0.why)" }
        )
    }

    /// Sentences on the clinical voice of an item, as it stands.
    public func unheard(_ item: Slug) -> [String] { tables.unheard(item) }

    var itemBefore: AgendaItem? { meeting.itemBefore.flatMap { meeting.item($0) } }

    var openMotion: Motion? { meeting.motions.last { $0.isOpen } }

    /// True where the viewer is kept out of an item, and so sees nothing of what is said and decided in it.
    func isKeptFromViewer(_ item: Slug) -> Bool {
        guard !viewer.isClerk, let person = viewer.person else { return false }
        return WithholdPapers.withholdsMinutes(of: item, from: person, in: meeting)
    }

    /// Everybody who may be there, as choices.
    public var people: [Choice] { choices(meeting.peopleConcerned(book)) }

    public var present: [Choice] { choices(meeting.present) }

    public func choices(_ people: [Slug]) -> [Choice] { people.map { Choice($0.description, name($0)) } }

    /// Whoever chairs an item, or the meeting, in its first committee.
    func chair(of item: Slug?) -> Slug? {
        guard let committee = meeting.committees.first else { return nil }
        return meeting.chair(of: committee, item: item)
            ?? book.committees[committee]?.members(on: meeting.day).first { $0.office == .chair }?.person
    }

    /// `a3`: the first short name of its kind that nothing of the meeting has.
    public func free(_ letter: String, besides taken: [Slug]) -> Slug {
        var number = taken.count + 1
        while let name = Slug("\(letter)\(number)"), taken.contains(name) { number += 1 }
        guard let name = Slug("\(letter)\(number)") else { preconditionFailure("a letter and a number make a name") }
        return name
    }

    /// What is proposed for interests about which nobody has decided, or all of them.
    func proposals(open: Bool) -> [ProposeHandling.Proposal] {
        let all = (try? ProposeHandling.proposals(for: meeting, book: book, rulebook: rulebook)) ?? []
        guard open else { return all }
        return all.filter { proposal in
            !meeting.standingHandlings(proposal.item, member: proposal.member).contains {
                $0.interests.contains(proposal.interest)
            }
        }
    }
}
