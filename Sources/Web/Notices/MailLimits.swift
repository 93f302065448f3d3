/// When messages are made and sent: all such values, in one place.
enum MailLimits {
    /// Between two looks into the outbox. In seconds.
    static let pause = 15
    /// Between two looks at what waits for people. In seconds.
    static let pauseBetweenLooks = 10 * 60
    /// Nobody is written to of our own accord before this hour in London, nor from the other one on.
    static let hours = 7..<19
    /// A reminder goes out when something is due in so many days, or sooner.
    static let daysBefore = 2
    /// What was hours long is taken to last so long where nothing says so.
    static let meetingHours = 2
}
