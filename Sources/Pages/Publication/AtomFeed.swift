public import Vocabulary

/// A list of what was published as a feed that other programs follow, in Atom (RFC 4287).
public struct AtomFeed: Sendable, Hashable {
    /// Stands for the feed wherever it is served: `urn:uuid:…`.
    public var id: String
    public var title: String
    /// Whose feed it is.
    public var author: String
    /// Where the feed itself is served, as a whole address.
    public var address: String
    /// Where people read the same.
    public var page: String
    /// The latest first.
    public var entries: [Entry]
    /// When nothing is in it yet.
    public var begun: Moment

    public struct Entry: Sendable, Hashable {
        public var id: String
        public var title: String
        public var updated: Moment
        /// Where it is read, as a whole address.
        public var page: String
        public var summary: String

        public init(id: String, title: String, updated: Moment, page: String, summary: String) {
            self.id = id
            self.title = title
            self.updated = updated
            self.page = page
            self.summary = summary
        }
    }

    public init(
        id: String, title: String, author: String, address: String, page: String, entries: [Entry], begun: Moment
    ) {
        self.id = id
        self.title = title
        self.author = author
        self.address = address
        self.page = page
        self.entries = entries
        self.begun = begun
    }

    /// When the latest entry changed.
    public var updated: Moment { entries.map(\.updated).max() ?? begun }

    public static let type = "application/atom+xml; charset=utf-8"

    public var bytes: [UInt8] {
        var text = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">

            """
        func line(_ tag: String, _ content: String, indent: String = "  ") {
            text += "\(indent)<\(tag)>\(AtomFeed.escaped(content))</\(tag)>\n"
        }
        func link(_ rel: String, _ type: String, _ address: String, indent: String = "  ") {
            text += "\(indent)<link rel=\"\(rel)\" type=\"\(type)\" href=\"\(AtomFeed.escaped(address))\"/>\n"
        }
        line("id", id)
        line("title", title)
        line("updated", updated.description)
        text += "  <author><name>\(AtomFeed.escaped(author))</name></author>\n"
        line("generator", "Remit")
        link("self", "application/atom+xml", address)
        link("alternate", "text/html", page)
        for entry in entries {
            text += "  <entry>\n"
            line("id", entry.id, indent: "    ")
            line("title", entry.title, indent: "    ")
            line("updated", entry.updated.description, indent: "    ")
            link("alternate", "text/html", entry.page, indent: "    ")
            line("summary", entry.summary, indent: "    ")
            text += "  </entry>\n"
        }
        return Array((text + "</feed>\n").utf8)
    }

    /// What XML may hold, with its five marks written out; control characters, which it may not, as blanks.
    private static func escaped(_ text: String) -> String {
        var written = ""
        for letter in text.unicodeScalars {
            switch letter {
            case "&": written += "&amp;"
            case "<": written += "&lt;"
            case ">": written += "&gt;"
            case "\"": written += "&quot;"
            case "'": written += "&#39;"
            case "\t", "\n", "\r": written.unicodeScalars.append(letter)
            default:
                let isAllowed = letter.value >= 0x20 && letter.value != 0xFFFE && letter.value != 0xFFFF
                if isAllowed { written.unicodeScalars.append(letter) } else { written += " " }
            }
        }
        return written
    }
}

/// What there is a feed of.
public enum Feed: String, Hashable, Sendable, CaseIterable {
    case published, decisions, meetings, interests

    /// Where people read the same.
    public var page: Route {
        switch self {
        case .published: .published
        case .decisions: .decisions
        case .meetings: .meetings
        case .interests: .interests
        }
    }

    public var title: String {
        switch self {
        case .published: "Published records"
        case .decisions: "Decisions"
        case .meetings: "Meetings"
        case .interests: "Register of interests"
        }
    }
}
