/// The names of the rules of the Rulebook by which governance is judged.
public enum GovernanceRuleID {}
