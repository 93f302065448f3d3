import HTTPTypes

/// Tells a form that a page of ours sent from one that another site sends in a visitor's name.
///
/// Reference: Fetch Metadata Request Headers, section 2.3; RFC 6454, section 7. The token in the form is checked as well.
struct Crossing: Sendable {
    /// As browsers write it: `https://remit.example`; nil to go by the host that was asked.
    let origin: String?

    func isFromUs(_ request: HTTPRequest) -> Bool {
        if let site = request.headerFields[HTTPField.Name("Sec-Fetch-Site")!], site != "same-origin", site != "none" {
            return false
        }
        guard let sent = request.headerFields[HTTPField.Name("Origin")!] else { return true }
        if let origin { return sent == origin }
        guard let host = request.authority else { return false }
        return sent == "http://\(host)" || sent == "https://\(host)"
    }
}
