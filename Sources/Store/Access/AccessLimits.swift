/// How long things last that let people in, and how often they may be tried: all of these values, in one place.
///
/// Sessions end as NIST SP 800-63B asks at assurance level 2 (section 4.2.3): after 30 minutes without a sign of life, and
/// after 12 hours in any case. Times are in seconds.
package enum AccessLimits {
    /// A session in which nothing is asked for ends.
    package static let idle = 30 * 60
    /// A session ends.
    package static let session = 12 * 3_600
    /// Whose a session was is known for so long after its end: what somebody typed meanwhile is held for them.
    package static let remembered = 3_600
    /// That a session or token was used is written down at most this often.
    package static let noticed = 60
    /// Between the password and the code.
    package static let codeTicket = 5 * 60
    /// A link by which somebody sets a password.
    package static let passwordLink = 7 * 86_400

    /// Failures count for so long.
    package static let failureWindow = 15 * 60
    /// With this many failures for one name, nothing that is given for it is right until some are that old.
    package static let failuresOfName = 5
    /// The same for all names together: against one password that is tried on many names.
    package static let failuresInAll = 200

    /// In days.
    package static let usualTokenDays = 90
    /// In days.
    package static let longestTokenDays = 365
    /// How many tokens an account may have at a time.
    package static let tokensOfAccount = 20
}
