public import Vocabulary

/// Something about who decides that nobody can yet say, with whom it lies and by when.
public struct RightsQuestion: Hashable, Sendable, Codable {
    public var id: Slug
    public var matter: Slug
    /// The right whose standing it is about; nil where no right is recorded yet.
    public var right: Slug?
    public var question: String
    /// The person who is to find the answer.
    public var owner: Slug
    public var due: Day
    public var askedOn: Day
    public var answer: Answer?

    public struct Answer: Hashable, Sendable, Codable {
        public var text: String
        public var answeredOn: Day

        public init(text: String, answeredOn: Day) {
            self.text = text
            self.answeredOn = answeredOn
        }
    }

    /// A question as it is put with a right: its matter is the right's.
    public struct Put: Hashable, Sendable, Codable {
        public var id: Slug
        public var question: String
        public var owner: Slug
        /// Nil: as many days after it is asked as the Rulebook has.
        public var due: Day?

        public init(id: Slug, question: String, owner: Slug, due: Day? = nil) {
            self.id = id
            self.question = question
            self.owner = owner
            self.due = due
        }
    }

    public init(
        id: Slug, matter: Slug, right: Slug? = nil, question: String, owner: Slug, due: Day, askedOn: Day
    ) {
        self.id = id
        self.matter = matter
        self.right = right
        self.question = question
        self.owner = owner
        self.due = due
        self.askedOn = askedOn
    }

    /// Asked on or before the day, and not answered by then.
    public func isOpen(on day: Day) -> Bool {
        askedOn <= day && (answer.map { $0.answeredOn > day } ?? true)
    }

    /// Open after the day by which it was due.
    public func isOverdue(on day: Day) -> Bool { isOpen(on: day) && due < day }
}
