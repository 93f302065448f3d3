public import Vocabulary

extension RegisterTables {
    /// What can be told of the register where it is published to everybody, in files that programs read.
    ///
    /// How a request was answered cannot be told from the book, and so counts as not answered in time.
    public func publishedAnswer(on day: Day) -> RegisterAnswer {
        ScoreRegister.answer(
            of: book, on: day, respondedOnTime: false, isPublic: true, isReusable: true, text: text)
    }
}
