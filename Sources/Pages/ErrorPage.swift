public import Markup
public import Vocabulary

/// What a reader sees when a page cannot be shown, in plain words.
public struct ErrorPage: Page {
    public var heading: String
    public var sentences: [String]

    /// Where to go from here.
    public var ways: [Route]

    public init(
        heading: String, sentences: [String],
        leadingOn ways: [Route] = [.home, .overview, .contracts, .rounds, .meetings]
    ) {
        self.heading = heading
        self.sentences = sentences
        self.ways = ways
    }

    /// - Parameter what: what was looked for: `Contract 1234567890`; nil where the path means nothing.
    public static func notFound(_ what: String? = nil) -> ErrorPage {
        ErrorPage(
            heading: "Page not found",
            sentences: [
                what.map { "\($0) is not among the data held." } ?? "There is no page at this address.",
                "If you typed the address, check it; if a link of ours led here, the data may have changed since.",
            ])
    }

    /// A request that cannot be answered as it was put.
    public static func refused(_ refusal: Refusal) -> ErrorPage {
        ErrorPage(heading: "That cannot be shown", sentences: [refusal.sentence] + (refusal.remedy.map { [$0] } ?? []))
    }

    /// A page that is there, for others.
    ///
    /// - Parameter roles: who may enter it, in words.
    public static func notAllowed(_ roles: [String]) -> ErrorPage {
        ErrorPage(
            heading: "You may not enter this page",
            sentences: [
                roles.isEmpty
                    ? "Nobody holds a role that may." : "It is for these roles: \(roles.joined(separator: ", ")).",
                "If you need it for your work, ask an administrator of this installation.",
            ], leadingOn: [.home, .account])
    }

    /// A form that was not sent from a page of ours, or from one that has grown old.
    public static var notOurForm: ErrorPage {
        ErrorPage(
            heading: "The form was not taken",
            sentences: [
                "It did not come from a page that Remit made for you, or you have signed in or out since.",
                "Nothing was changed. Go back, load the page again, and send it once more.",
            ], leadingOn: [.home])
    }

    /// A fault of ours.
    ///
    /// - Parameter reference: by which it is found in the log.
    public static func ours(reference: String?) -> ErrorPage {
        ErrorPage(
            heading: "Remit has a fault",
            sentences: [
                "This page could not be made. The fault is ours; nothing was changed and no data are lost.",
                reference.map { "It is in the log as \($0)." } ?? "It is in the log.",
            ])
    }

    public var route: Route? { nil }
    public var isOfAPosition: Bool { false }

    public func content(in shell: Shell) -> [Html] {
        sentences.map { .paragraph(.text($0)) } + [
            .list(
                ways.filter { shell.visit.mayEnter($0) && (!$0.isForOneself || shell.visit.isSignedIn) }.map {
                    .link(.text($0.name ?? ""), to: shell.destination($0))
                })
        ]
    }
}
