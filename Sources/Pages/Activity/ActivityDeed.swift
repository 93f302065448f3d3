public import Markup
public import Vocabulary

/// Where contract monitoring is taken in and worked on: pages under `/activity`.
public enum ActivityDeed: Hashable, Sendable {
    /// Files are sent and taken in.
    case takeIn
    /// One file that was taken in, by its digest: its problems.
    case submission(EvidenceID)
    /// The rules are asked; what one run of them found, and each row of it.
    case challenges, run(EvidenceID), found(EvidenceID)
    /// Who is responsible.
    case pays
    /// Against plan: planned and actual, why they differ, and the year end.
    case position, variance, forecast
    /// Where work is stopped; no page.
    case stop

    public var path: String {
        switch self {
        case .takeIn: "/activity/import"
        case .submission(let digest): "/activity/submissions/\(digest)"
        case .challenges: "/activity/challenges"
        case .run(let digest): "/activity/challenges/\(digest)"
        case .found(let digest): "/activity/challenges/\(digest)/found"
        case .pays: "/activity/pays"
        case .position: "/activity/position"
        case .variance: "/activity/variance"
        case .forecast: "/activity/forecast"
        case .stop: "/activity/stop"
        }
    }

    public var destination: Destination { Route.activityWork(self).destination() }

    var hasTable: Bool { self != .takeIn && self != .stop }

    static let top: [(name: String, route: Route)] = [("Activity", .activity)]
    static let ofChallenges: [(name: String, route: Route)] =
        top + [("What to challenge", .activityWork(.challenges))]
}

/// How work that takes long is getting on.
public enum WorkState: Hashable, Sendable {
    /// Nobody has asked for it.
    case none
    /// So many pieces of work are before it.
    case waiting(Int)
    /// - Parameters:
    ///   - what: is being done.
    ///   - seconds: since it began.
    ///   - mebibytes: of memory that its process has; nil where none is known.
    ///   - by: who asked for it.
    case running(what: String, seconds: Int, mebibytes: Int?, by: String)
    case failed(String)
    /// By whom.
    case stopped(String)

    /// True where the page is to be asked for again by itself.
    public var isFollowed: Bool {
        switch self {
        case .waiting, .running: true
        default: false
        }
    }
}

/// What a page shows of work that goes on, or has ended without an answer.
public struct WorkShown: Sendable {
    public var state: WorkState
    /// By which it is stopped.
    public var number: Int
    public var token: FormToken
    /// The page on which it is followed.
    public var page: Destination
    /// False for who may only look on.
    public var mayStop: Bool

    public init(_ state: WorkState, number: Int = 0, token: FormToken, page: Destination, mayStop: Bool) {
        (self.state, self.number, self.token) = (state, number, token)
        (self.page, self.mayStop) = (page, mayStop)
    }

    /// The names of the fields by which work is stopped.
    public static let (numberField, pageField) = ("work", "page")

    func html(label: String = "The work") -> Html {
        switch state {
        case .none: return .none
        case .failed(let why): return .paragraph(.text(why), class: "warning")
        case .stopped(let by):
            return .paragraph(
                ["It was stopped by ", .name(by), " before it was done, and nothing was kept of it."], class: "warning")
        case .waiting(let before):
            return .group([
                .paragraph(
                    .text(
                        before == 1
                            ? "One piece of work is before this one." : "\(before) pieces of work are before this one."
                    ), class: "lede"), follow, stop("Do not wait for it", label),
            ])
        case .running(let what, let seconds, let mebibytes, let by):
            let memory = mebibytes.map { ", \(grouped($0)) MiB of memory" } ?? ""
            return .group([
                .paragraph(.strong(.text(what)), class: "lede"),
                .paragraph([
                    .text("For \(counted(seconds, "second", "seconds"))\(memory). Asked for by "), .name(by), ".",
                ]), follow, stop("Stop it", label),
            ])
        }
    }

    private var follow: Html {
        .paragraph([
            "This page asks again by itself every few seconds. You may leave it; the work goes on. ",
            .link("Look again now", to: page),
        ])
    }

    private func stop(_ words: String, _ label: String) -> Html {
        guard mayStop else { return .none }
        return Form(
            to: ActivityDeed.stop.destination, token: token, id: ElementID("stop-\(number)"),
            label: "\(label): \(words)",
            kept: [.init(WorkShown.numberField, String(number)), .init(WorkShown.pageField, page.description)],
            button: .init(words, .warning)
        ).html
    }
}
