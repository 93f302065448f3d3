package import Access
package import Transfer
package import Vocabulary

/// How this installation is known at an OpenID provider, and what the provider's groups mean here.
package struct OpenIDSettings: Hashable, Sendable {
    /// The provider's name for itself; every answer must carry exactly this.
    package var issuer: WebAddress
    /// What the sign-in page calls it: `Your NHS account`.
    package var title: String
    package var clientID: String
    /// Nil for a client that has none; the code challenge protects it all the same.
    package var secret: String?
    /// Where the provider sends people back: this installation's own address.
    package var redirect: WebAddress
    /// With `openid` among them.
    package var scopes: [String]
    /// What is asked for of the strength of the sign-in there (`acr_values`): asked, not checked.
    package var strengths: [String]
    /// True where name, e-mail and groups are asked for at the provider's own address for them too.
    package var asksForUserInfo: Bool
    /// The claim that lists groups; nil where groups mean nothing here.
    package var groupsClaim: String?
    package var rules: [GroupRule]
    /// True where somebody who signs in for the first time is found by their e-mail address: only with a provider that
    /// gives addresses to none but their owners. Later they are found by the provider's own name for them alone.
    package var findsByEmail: Bool
    /// True where somebody who has set up a second factor here is asked for its code all the same; false where the
    /// provider is trusted to ask for one of its own.
    package var asksForCode: Bool

    package init(
        issuer: WebAddress, clientID: String, secret: String? = nil, redirect: WebAddress,
        scopes: [String] = ["openid", "profile", "email"], groupsClaim: String? = nil, rules: [GroupRule] = []
    ) {
        self.issuer = issuer
        title = "your organisation’s account"
        self.clientID = clientID
        self.secret = secret
        self.redirect = redirect
        self.scopes = scopes
        strengths = []
        asksForUserInfo = false
        self.groupsClaim = groupsClaim
        self.rules = rules
        findsByEmail = false
        asksForCode = true
    }

    /// What a provider is called: this one by its title, another by its issuer.
    package func title(of issuer: String) -> String { issuer == self.issuer.description ? title : issuer }

    /// What the groups give, in the rules' order and each once.
    package func roles(of groups: [String]) -> [GroupRule.Given] {
        let held = Set(groups)
        var given: [GroupRule.Given] = []
        for rule in rules where held.contains(rule.group) && !given.contains(rule.given) { given.append(rule.given) }
        return given
    }
}

/// What a group of the provider's means here: a role at a commissioner.
package struct GroupRule: Hashable, Sendable {
    /// As the provider writes it; compared letter by letter.
    package var group: String
    package var given: Given

    package init(group: String, role: Role, commissioner: OrganisationCode?) {
        self.group = group
        given = Given(role: role, commissioner: commissioner)
    }

    package struct Given: Hashable, Sendable {
        package var role: Role
        /// Nil for all, for the roles that may be held so.
        package var commissioner: OrganisationCode?

        package init(role: Role, commissioner: OrganisationCode?) {
            self.role = role
            self.commissioner = commissioner
        }
    }
}
