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

    func name(_ cookie: Name) -> String { (isSecure ? Cookies.host : "") + cookie.rawValue }

    /// What a browser sent, by name.
    func all(in fields: HTTPFields) -> [Name: String] {
        var found: [Name: String] = [:]
        for field in fields[values: .cookie] {
            for pair in field.utf8.split(separator: Cookies.semicolon) {
                let pair = pair.drop { $0 == Cookies.blank }
                guard let sign = pair.firstIndex(of: Cookies.equals), let name = name(in: pair[..<sign]),
                    found[name] == nil
                else { continue }
                let value = pair[sign...].dropFirst()
                // Of two of a name the first.
                if !value.isEmpty { found[name] = String(Substring(value)) }
            }
        }
        return found
    }

    /// Which cookie of ours has a name; nil where it is none of them.
    private func name(in text: Substring.UTF8View) -> Name? {
        guard isSecure else { return Name.allCases.first { $0.rawValue.utf8.elementsEqual(text) } }
        let host = Cookies.host.utf8
        guard text.starts(with: host) else { return nil }
        let own = text.dropFirst(host.count)
        return Name.allCases.first { $0.rawValue.utf8.elementsEqual(own) }
    }

    private static let host = "__Host-"
    private static let (semicolon, equals, blank) = (UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: " "))

    /// - Parameter value: letters, digits, hyphens and underscores; nil takes the cookie away.
    func setting(_ cookie: Name, to value: String?) -> String {
        let ends = value == nil ? "; Max-Age=0" : ""
        return "\(name(cookie))=\(value ?? "")\(ends); Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")"
    }
}
