public import Markup
import Governance
import Vocabulary

/// A meeting while it is held, as everybody sees it who may; whoever keeps it has the buttons besides.
///
/// Complete without scripts: a link shows what is new. Where scripts run, the part `state` is put in again when the
/// meeting has changed; nothing that is typed stands in it.
public struct LiveMeetingPage: Page {
    public var live: LiveMeeting
    /// The script that puts the state in again; nil where none is to run.
    public var script: PageScript?
    /// Why what was asked for could not be done.
    public var failure: String?
    /// Seconds after which the page is asked for again, for those without scripts; nil where it is not.
    public var seconds: Int?

    public init(_ live: LiveMeeting, script: PageScript? = nil, failure: String? = nil, seconds: Int? = nil) {
        self.live = live
        self.script = script
        self.failure = failure
        self.seconds = seconds
    }

    public var heading: String { "Live: meeting of \(live.meeting.startsAt.inLondon.day.inWords)" }
    public var tabTitle: String { "\(heading) – \(committees)" }
    private var committees: String { live.meeting.committees.map { live.title(of: $0) }.joined(separator: " and ") }
    public var route: Route? { .meetingWork(MeetingDeed(live.id, .live)) }
    public var trail: [(name: String, route: Route)] {
        [("Meetings", .meetings), ("The meeting", .meeting(live.id))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String { "a meeting while it is held" }
    public var subtitle: Html {
        .paragraph(.name(committees), class: "subtitle")
    }
    public var errorSummary: Html {
        guard let failure else { return .none }
        return LiveButton.failing(failure, live)
    }

    public func content(in shell: Shell) -> [Html] {
        let here = MeetingDeed(live.id, .live).destination
        let waiting: Html =
            seconds == nil
            ? .link("Show it again every 20 seconds", to: here.adding(query: [("every", "20")]))
            : .link("Stop showing it again by itself", to: here)
        return [
            .list(
                [.link("Show what is new", to: here.adding(query: [("seen", "\(live.revision)")])), waiting],
                class: "ways"),
            .announcement(id: "told"),
            .block(LiveState(live).parts(in: shell), id: "state"),
            script.map { .script($0) }.orNone,
        ]
    }
}
