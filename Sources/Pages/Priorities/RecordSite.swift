import Markup
import Vocabulary

/// The published record as a folder of pages that stand alone: no script, no link outside the folder, no name.
public enum RecordSite {
    public typealias File = (path: String, bytes: [UInt8])

    /// The decision record, the committee paper, one page to print, and the method; in this order.
    public static func pages(for view: RecordView) -> [File] {
        [
            (
                "index.html",
                RecordFrame.document(RecordIndex.heading(view), here: "index.html", view, RecordIndex.parts(view))
            ),
            ("paper.html", PaperPage.document(PaperDocument(view), view)),
            ("one-page.html", OnePage.document(view)),
            (
                "method.html",
                RecordFrame.document("How this was worked out", here: "method.html", view, RecordMethod.parts(view))
            ),
        ].map { ($0.0, $0.1.bytes()) }
    }
}

/// What stands round the pages of a published record.
enum RecordFrame {
    static let pages: [(path: String, name: String)] = [
        ("index.html", "The record"), ("one-page.html", "One page to print"), ("paper.html", "Committee paper"),
        ("method.html", "Method"),
    ]

    static func document(_ heading: String, here: String, _ view: RecordView, _ parts: [Html]) -> Html {
        page(
            heading, view,
            [
                .block([menu(here: here)], class: "page"),
                .block([.main(id: "main", class: "record", [.heading(1, .name(heading))] + parts)], class: "page"),
            ])
    }

    /// - Parameter body: between the banner and the foot.
    static func page(_ heading: String, _ view: RecordView, _ body: [Html]) -> Html {
        .document(
            title: "\(heading) – \(view.holder) – Remit",
            description: "\(heading): the published record of a decision of \(view.holder).",
            stylesheet: .embedded(Look.css),
            body: [
                .jump("Skip to the main part", to: "main", class: "skip"),
                Picture.fillings(MoneyState.allCases.map(\.filling)), header(view), view.shell.banner,
            ] + body + [footer(view)])
    }

    private static func header(_ view: RecordView) -> Html {
        .pageHeader(
            class: "top",
            [
                .block(
                    [
                        .paragraph(
                            [
                                .span("Decision record", class: "product"), " ",
                                .span(.name(view.holder), class: "system"),
                            ],
                            class: "names")
                    ], class: "wide")
            ])
    }

    private static func menu(here: String) -> Html {
        .navigation(
            label: "Pages of this record", class: "round-menu",
            [
                .list(
                    pages.map { page in
                        guard page.path != here, let file = LocalFile(page.path) else {
                            return .strong(.text(page.name))
                        }
                        return .link(.text(page.name), toFile: file)
                    })
            ])
    }

    private static func footer(_ view: RecordView) -> Html {
        let invented = view.isInvented ? [Html.paragraph(.text(view.shell.inventedSentence))] : []
        return .pageFooter(
            id: "foot",
            [
                .block(
                    invented + [
                        .paragraph(
                            .text("Made by Remit \(view.version), which ranks, tests and explains; people decide.")),
                        .paragraph([
                            .text("Journal line \(view.journal.sequence), "),
                            .code(view.journal.digest.description),
                        ]),
                    ], class: "wide origin")
            ])
    }
}
