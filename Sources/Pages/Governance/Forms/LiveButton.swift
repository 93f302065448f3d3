import Markup
import Vocabulary

/// Buttons of a live meeting, each a form of its own.
enum LiveButton {
    static func html(
        _ words: String, _ kind: MeetingDeed.Kind, _ live: LiveMeeting, _ kept: [(String, String)] = [],
        look: Form.Button.Look = .second, about: String = ""
    ) -> Html {
        let key = ([kind.rawValue] + kept.map(\.1)).joined(separator: "-")
        return Form(
            to: MeetingDeed(live.id, kind).destination, token: live.token, id: ElementID(key),
            label: about.isEmpty ? words : "\(words): \(about)",
            kept: kept.map { .init($0.0, $0.1) } + [.init("revision", "\(live.revision)")],
            button: .init(words, look)
        ).html
    }

    static func link(
        _ words: String, _ kind: MeetingDeed.Kind, _ live: LiveMeeting, _ about: [String: Slug] = [:],
        of what: String = ""
    ) -> Html {
        .link(
            what.isEmpty ? .text(words) : [.text(words), .unseen(": \(what)")],
            to: MeetingDeed(live.id, kind, about).destination)
    }

    /// Why something was not done; it leads to the state as it is now.
    static func failing(_ failure: String, _ live: LiveMeeting) -> Html {
        Form(
            to: MeetingDeed(live.id, .live).destination, token: live.token, id: "state", label: "",
            button: .init(""), errors: [failure]
        ).errorSummary
    }
}
