public import Vocabulary

/// Something that waits for one person: to be done, by a day or when they can.
///
/// It says where it is done, never what is in it: a message is read on telephones by whoever stands beside.
public struct Notice: Hashable, Sendable, Codable {
    /// The account that it waits for.
    public var account: Slug
    /// What is to be done, in words that begin a sentence: `Score the options of “Dental 2026”`.
    public var deed: String
    /// The last day on which it is of use; nil where none is set.
    public var due: Day?
    /// Where it is done: a path of the installation, `/rounds/dental-2026`.
    public var path: String

    public init(account: Slug, deed: String, due: Day? = nil, path: String) {
        (self.account, self.deed, self.due, self.path) = (account, deed, due, path)
    }

    /// In the order in which one would see to them: what is due first, then what has no day, each by its words.
    static func isBefore(_ left: Notice, _ right: Notice) -> Bool {
        switch (left.due, right.due) {
        case (let one?, let other?) where one != other: one < other
        case (.some, nil): true
        case (nil, .some): false
        default: (left.deed, left.path) < (right.deed, right.path)
        }
    }

    /// `Score the options of “Dental 2026” – by 3 March 2026`, and on a line of its own where.
    func lines(on day: Day, site: String) -> String {
        var when = ""
        if let due {
            when = due < day ? " – was due on \(due.inWords)" : due == day ? " – due today" : " – by \(due.inWords)"
        }
        return "- \(deed)\(when)\n  \(site)\(path)"
    }
}

/// A message to one person as words, before anything of mail is added to it.
public struct NoticeText: Hashable, Sendable, Codable {
    public var account: Slug
    public var subject: String
    public var text: String

    /// - Parameter paragraphs: with an empty line between two.
    init(to account: Slug, subject: String, _ paragraphs: [String]) {
        self.account = account
        self.subject = subject
        text = paragraphs.joined(separator: "\n\n") + "\n"
    }
}
