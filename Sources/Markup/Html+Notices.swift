extension Html {
    /// What a banner tells.
    public enum Notice: String, Sendable {
        /// What was asked for has been done.
        case done
        /// Something that is worth knowing before going on.
        case important
    }

    /// A banner above a page's heading, read out as soon as it is there.
    ///
    /// - Parameter id: of the banner; its heading is `id-title`.
    public static func notification(
        _ notice: Notice, title: String, id: ElementID = "notice", _ parts: [Html]
    ) -> Html {
        let titleID = id.part("title")
        let attributes = [
            Attribute(.id, id.description), Attribute(.class, "notice notice-\(notice.rawValue)"),
            Attribute(.role, notice == .done ? "alert" : "region"), Attribute(.ariaLabelledBy, titleID.description),
        ]
        return element(.div, attributes, [paragraph(.strong(.text(title)), id: titleID, class: "notice-title")] + parts)
    }

    /// A row of a summary list: a question, its answer, and where the answer can be changed.
    public struct SummaryRow: Sendable {
        public var term: String
        public var answer: Html
        /// What the links do, in one word (`Change`), and where they lead.
        public var links: [(words: String, destination: Destination)]

        public init(_ term: String, _ answer: Html, links: [(words: String, destination: Destination)] = []) {
            self.term = term
            self.answer = answer
            self.links = links
        }
    }

    /// Questions with their answers, to be read once more before a form is sent, or changed one by one.
    public static func summaryList(_ rows: [SummaryRow], id: ElementID? = nil) -> Html {
        element(
            .dl, attributes(id: id, class: "summary-list"),
            rows.map { row in
                let links = row.links.map { link in
                    Html.link([.text(link.words), .unseen(": \(row.term)")], to: link.destination)
                }
                let actions = links.isEmpty ? [] : [element(.dd, [Attribute(.class, "actions")], links)]
                return element(
                    .div, [], [element(.dt, [], [.text(row.term)]), element(.dd, [], [row.answer])] + actions)
            })
    }
}
