public import Markup
public import Vocabulary

/// What a reader sees when a page cannot be shown, in plain words.
public struct ErrorPage: Page {
    public var heading: String
    public var sentences: [String]

    public init(heading: String, sentences: [String]) {
        self.heading = heading
        self.sentences = sentences
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
            .list([
                .link("Overview", to: shell.destination(.overview)),
                .link("Find a contract", to: shell.destination(.contracts)),
                .link("What was imported", to: shell.destination(.imports)),
            ])
        ]
    }
}
