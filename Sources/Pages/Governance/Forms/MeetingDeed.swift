public import Markup
public import Vocabulary

/// Where a meeting is kept: the page that shows it live, and a page or an address for each thing that is recorded.
public struct MeetingDeed: Hashable, Sendable {
    public var meeting: Slug
    public var kind: Kind
    /// What it is about, by name: `item`, `motion`, `member`.
    public var about: [String: Slug]

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The page that shows it live.
        case live
        /// The papers that the reader may have.
        case pack = "papers"
        /// By pressing a button: no page of their own.
        case arrive, leave, handle, take, vote
        case closeItem = "close-item"
        case closeMeeting = "close"
        /// By a form on a page of its own.
        /// `declare` by who keeps the meeting, of anybody; `tell` by a member, of their own.
        case open, chair, handling, declare, tell, move, votes, action, done, correct
        case closeVote = "close-vote"
        case putOff = "defer"
        case refer
        case coOpt = "co-opt"
        case approveMinutes = "approve-minutes"
        /// Before it is opened.
        case addItem = "add-item"
        case amendItem = "amend-item"
        case orderAgenda = "order"
        case withdrawItem = "withdraw-item"
        case sendPapers = "send-papers"
        /// A member's vote for another to cast; the counts of a secret vote; a decision without a vote.
        case proxy
        case secretVotes = "secret-votes"
        case consensus
        case askClinician = "ask-clinician"
        /// Who has seen what the law asks for.
        case seen
        case cancel

        /// How it is done.
        public enum Way: Sendable {
            /// It is read.
            case page
            /// By a form on a page of its own.
            case form
            /// By a button on the live page: only a form is sent there.
            case button
        }

        public var way: Way {
            switch self {
            case .live, .pack: .page
            case .arrive, .leave, .handle, .take, .vote, .closeItem, .closeMeeting: .button
            default: .form
            }
        }

        /// What members do for themselves; everything else is recorded by whoever keeps the meeting.
        public var isOfMembers: Bool { [.tell, .vote].contains(self) }

        /// True where files may come along.
        public var takesFiles: Bool { [.addItem, .amendItem].contains(self) }
    }

    public init(_ meeting: Slug, _ kind: Kind, _ about: [String: Slug] = [:]) {
        self.meeting = meeting
        self.kind = kind
        self.about = about
    }

    public var path: String { MeetingDeed.path(kind, of: meeting.description) }

    /// - Parameter meeting: a short name, or `:meeting` for the shape of all of them.
    public static func path(_ kind: Kind, of meeting: String) -> String {
        kind == .live ? "/meetings/\(meeting)/live" : "/meetings/\(meeting)/live/\(kind.rawValue)"
    }

    /// The papers that the reader may have as one Word document.
    public static func packDocument(of meeting: String) -> String { "/meetings/\(meeting)/live/papers.docx" }

    /// One paper's file, by its digest.
    public static func paper(_ digest: String, of meeting: String) -> String {
        "/meetings/\(meeting)/live/papers/\(digest)"
    }

    /// Where changes of a meeting are told as they happen.
    public static func events(of meeting: String) -> String { "/meetings/\(meeting)/events" }

    public var destination: Destination {
        guard let destination = Destination(path) else { preconditionFailure("no path: \(path)") }
        return destination.adding(query: about.keys.sorted().map { ($0, about[$0]!.description) })
    }
}
