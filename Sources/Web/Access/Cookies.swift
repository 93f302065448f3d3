import HTTPTypes

/// The cookies that Remit sets: all of them for the whole site, out of reach of scripts, and not sent along when
/// another site posts here.
///
/// Over https a name begins with `__Host-`: no other host and no unsafe page can set it (RFC 6265bis, section 4.1.3).
struct Cookies: Sendable {
    enum Name: String, CaseIterable, Sendable {
        /// The session.
        case session = "remit"
        /// Between password and code.
        case ticket = "remit-ticket"
        /// Shows that a form of somebody who has not signed in came from here.
        case seal = "remit-seal"
        /// While somebody signs in elsewhere: that the answer comes to the browser that asked.
        case elsewhere = "remit-elsewhere"
    }

    /// True where pages are served over https only.
    let isSecure: Bool
    /// The site's own address, where it is known.
    var root: String?

    func name(_ cookie: Name) -> String { (isSecure ? "__Host-" : "") + cookie.rawValue }

    /// What a browser sent, by name.
    func all(in fields: HTTPFields) -> [Name: String] {
        var found: [Name: String] = [:]
        for name in Name.allCases { found[name] = value(name, in: fields) }
        return found
    }

    /// Of two of a name the first.
    private func value(_ cookie: Name, in fields: HTTPFields) -> String? {
        let wanted = name(cookie)
        for field in fields[values: .cookie] {
            for pair in field.split(separator: ";") {
                let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                let key = halves[0].drop { $0 == " " }
                if key == wanted, halves.count == 2, !halves[1].isEmpty { return String(halves[1]) }
            }
        }
        return nil
    }

    /// - Parameter value: letters, digits, hyphens and underscores; nil takes the cookie away.
    func setting(_ cookie: Name, to value: String?) -> String {
        let ends = value == nil ? "; Max-Age=0" : ""
        return "\(name(cookie))=\(value ?? "")\(ends); Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")"
    }
}
