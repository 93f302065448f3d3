import Markup
import Vocabulary

/// The published register of interests as a page that stands alone: no script, no link but to the files beside it.
public enum RegisterSite {
    public typealias File = (path: String, bytes: [UInt8])

    /// Files that lie beside the page, for programs.
    private static let beside = [
        (path: "interests.csv", words: "The register as a table (CSV)"),
        (path: "interests.json", words: "The register for programs (JSON)"),
        (path: "gifts.csv", words: "Gifts and hospitality as a table (CSV)"),
        (path: "gifts.json", words: "Gifts and hospitality for programs (JSON)"),
        (path: "breaches.csv", words: "Breaches as a table (CSV)"),
        (path: "breaches.json", words: "Breaches for programs (JSON)"),
    ]

    public static func page(
        _ reading: GovernanceReading, holder: String, isInvented: Bool, version: String
    ) -> File {
        let shell = Shell(
            system: holder, isInvented: isInvented, version: version, dataTo: nil, stylesheet: .embedded(Look.css))
        let page = InterestsPage(reading)
        let html = Html.document(
            title: "\(page.heading) – \(holder)",
            description: "\(page.heading) of the decision-makers of \(holder), on \(reading.day.inWords).",
            stylesheet: shell.stylesheet,
            body: [
                .jump("Skip to the main part", to: "main", class: "skip"), header(holder), shell.banner,
                .block(
                    [
                        .main(
                            id: "main", class: "record register",
                            [.heading(1, .name(page.heading)), page.subtitle] + page.alone(in: shell) + [files])
                    ], class: "page"), footer(shell),
            ])
        return ("index.html", html.bytes())
    }

    private static func header(_ holder: String) -> Html {
        .pageHeader(
            class: "top",
            [
                .block(
                    [
                        .paragraph(
                            [
                                .span("Register of interests", class: "product"), " ",
                                .span(.name(holder), class: "system"),
                            ], class: "names")
                    ], class: "wide")
            ])
    }

    private static var files: Html {
        let links = beside.compactMap { file in
            LocalFile(file.path).map { Html.link(.text(file.words), toFile: $0) }
        }
        return .section(heading: 2, "The same for programs", id: "files", [.list(links)])
    }

    private static func footer(_ shell: Shell) -> Html {
        let invented = shell.isInvented ? [Html.paragraph(.text(shell.inventedSentence))] : []
        return .pageFooter(
            id: "foot",
            [.block(invented + [.paragraph(.text("Made by Remit \(shell.version)."))], class: "wide origin")])
    }
}
