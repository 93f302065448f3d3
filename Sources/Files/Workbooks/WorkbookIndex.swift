/// The list of sheets that a workbook begins with.
final class WorkbookIndex: XMLPart {
    struct Entry {
        let name: String
        let isHidden: Bool
        let relation: String
    }

    private(set) var entries: [Entry] = []
    private(set) var is1904 = false

    override func begin(_ element: Substring, _ attributes: [String: String]) {
        switch element {
        case "workbookPr": is1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
        case "sheet":
            // The prefix of the relation's attribute is the writer's to choose.
            let relation = attributes.first { $0.key == "id" || $0.key.hasSuffix(":id") }?.value
            entries.append(
                Entry(
                    name: attributes["name"] ?? "", isHidden: attributes["state"].map { $0 != "visible" } ?? false,
                    relation: relation ?? ""))
        default: break
        }
    }
}

/// What a part of an Office file rests on: by identifier, the kind of part and where it stands.
final class PartRelations: XMLPart {
    struct Relation {
        /// The last word of the type: `worksheet`, `sharedStrings`.
        let kind: String
        let target: String
    }

    private(set) var byID: [String: Relation] = [:]

    override func begin(_ element: Substring, _ attributes: [String: String]) {
        guard element == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
            attributes["TargetMode"] != "External"
        else { return }
        let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
        byID[id] = Relation(kind: kind, target: target)
    }

    func target(of kind: String) -> String? { byID.values.first { $0.kind == kind }?.target }

    /// A target as a path in the archive: relative to the folder of the part that names it, or from the root.
    static func path(_ target: String, from part: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var folders = part.split(separator: "/").dropLast().map(String.init)
        for step in target.split(separator: "/") {
            if step == ".." { _ = folders.popLast() } else if step != "." { folders.append(String(step)) }
        }
        return folders.joined(separator: "/")
    }

    /// Where a part's relations stand: `xl/_rels/workbook.xml.rels`.
    static func path(for part: String) -> String {
        let parts = part.split(separator: "/")
        return (parts.dropLast().map(String.init) + ["_rels", "\(parts.last ?? "").rels"]).joined(separator: "/")
    }
}
