public import Markup
public import Tabular

/// A picture that cannot be shown without its table: both are drawn from the same figures.
public protocol PictureWithTable: Sendable {
    /// Stands over the picture; what it shows, in a few words.
    var title: String { get }
    /// What one sees, with the figures: for those who do not.
    var description: String { get }
    /// How the picture is read, for somebody who sees one of its kind for the first time; nil where it needs no words.
    var howToRead: String? { get }
    /// The drawing and its key.
    func drawing(in shell: Shell) -> Html
    /// The same figures.
    func table() -> Table
}

extension PictureWithTable {
    public var howToRead: String? { nil }

    /// The drawing with its title over it and its table, opened by its summary, under it.
    public func figure(in shell: Shell) -> Html {
        .figure(
            caption: .text(title), id: ElementID("picture-\(table().key)"), class: "drawn",
            [
                howToRead.map { .paragraph(.sentence($0), class: "notes") }.orNone, drawing(in: shell),
                figures(in: shell),
            ])
    }

    /// The drawing with its title, where its table stands below it on the page.
    func figureOverItsTable(in shell: Shell) -> Html {
        .figure(
            caption: .text(title), id: ElementID("picture-\(table().key)"), class: "drawn",
            [howToRead.map { .paragraph(.sentence($0), class: "notes") }.orNone, drawing(in: shell)])
    }

    func figures(in shell: Shell) -> Html {
        let table = table()
        return .details(
            summary: ["The figures of this picture", .unseen(": \(title)")],
            [TableView(table, id: ElementID("figures-\(table.key)")).html(in: shell)])
    }
}

/// One entry of a picture's key: a sample of the drawing and its name.
struct KeyEntry {
    var name: String
    var sample: [Shape]

    static func list(_ entries: [KeyEntry]) -> Html {
        .list(entries.map { [Picture.swatch($0.sample), " ", .text($0.name)] }, class: "key")
    }
}
