package descent.account;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.jspecify.annotations.Nullable;

/**
 * The words of signing up and in, in English; in German they stand in
 * messages/account_de.properties.
 */
@MessageBundle(value = "account", locale = "en")
public interface AccountWords {
    @Message("Name")
    String name();

    @Message("E-mail address")
    String email();

    @Message("Password")
    String password();

    @Message("New password")
    String newPassword();

    @Message(
            "8 to 128 characters, whichever you like. Four words that do not belong together are a good one.")
    String passwordHint();

    /** Nothing of null. */
    @Message(
            "{#if it}{#switch it.kind}"
                    + "{#case NAME}Give a name of 1 to 100 characters."
                    + "{#case EMAIL}Give an e-mail address, such as ada@example.org."
                    + "{#case EMAIL_TAKEN}There is an account with this address. Sign in instead."
                    + "{#case TIME_ZONE}Choose a time zone of the list."
                    + "{#case PASSWORD_LENGTH}Choose a password of 8 to 128 characters; this one has {it.number}."
                    + "{#case PASSWORD_COMMON}This password is among the first that strangers try. Choose another, such as four words that do not belong together."
                    + "{#case PASSWORD_ABOUT_YOU}This password is little more than your name, your address or the name of this site. Choose another."
                    + "{#case PASSWORD_WRONG}This is not your password."
                    + "{/switch}{/if}")
    String complaint(@Nullable Complaint it);

    @Message("Sign in")
    String signIn();

    @Message("Your password is changed. Sign in with the new one.")
    String passwordIsChanged();

    @Message(
            "This e-mail address and password do not belong together. Who has just signed up follows the link in the mail first.")
    String signInFailed();

    @Message("Stay signed in here for 30 days")
    String stay();

    @Message("Forgotten the password?")
    String isForgotten();

    @Message("New here?")
    String newHere();

    @Message("Sign up")
    String signUp();

    @Message("One-time code")
    String code();

    @Message("Your app shows it. Without the app, type one of your recovery codes.")
    String codeHint();

    @Message("This code is wrong, or was used before.")
    String codeIsWrong();

    @Message("Your password again")
    String again();

    @Message("You have been signed in here for a while. Before you go on, show that it is you.")
    String againWhy();

    @Message("This is not your password.")
    String notYours();

    @Message("Go on")
    String goOn();

    @Message("You have an account?")
    String haveAccount();

    @Message("What is kept of you, and how long")
    String whatIsKept();

    @Message("A mail is on its way")
    String mailed();

    @Message("It goes to")
    String mailedTo();

    @Message("Follow the link in it, and your account is there. The link works for two days.")
    String mailedThen();

    @Message("No mail? Look among the unwanted ones, or check the address and")
    String noMail();

    @Message("sign up again")
    String signUpAgain();

    @Message("Your account")
    String yourAccount();

    @Message("Type the password that you chose when you signed up. Your address:")
    String confirm();

    @Message(
            "This is not the password that was chosen then. If it was not you who signed up, do nothing.")
    String confirmFailed();

    @Message("Make my account and sign in")
    String confirmed();

    @Message("The first admin")
    String firstAdmin();

    @Message("This account will look after people, content and settings. The link works once.")
    String firstAdminWhy();

    @Message("Become the admin")
    String becomeAdmin();

    @Message("Forgotten the password")
    String forgotten();

    @Message(
            "If there is an account with this address, a mail with a link is on its way to it. The link works once, for an hour.")
    String forgottenAsked();

    @Message("To the sign-in page")
    String toSignIn();

    @Message("We send a link to a new password to your address.")
    String forgottenHow();

    @Message("Send the link")
    String sendLink();

    @Message(
            "No mail is sent from here. Ask an admin: admins can give you a link to a new password.")
    String noMailServer();

    @Message("A new password")
    String reset();

    @Message("You will be signed out everywhere. Your address:")
    String resetWhy();

    @Message("Change the password")
    String changePassword();

    @Message("My account")
    String account();

    @Message("Your name is changed.")
    String nameIsChanged();

    @Message("Your time zone is changed.")
    String zoneIsChanged();

    @Message("Your password is changed, and you are signed out everywhere else.")
    String passwordIsChangedHere();

    @Message("Your e-mail address is changed.")
    String emailIsChanged();

    @Message("Signing in takes no one-time code any more.")
    String codesAreOff();

    @Message("Sign out elsewhere?")
    String signOutElsewhere();

    @Message("Change")
    String change();

    @Message("One-time codes")
    String codes();

    @Message("on since {date}")
    String codesOnSince(String date);

    @Message("off")
    String codesOff();

    @Message("Manage")
    String manage();

    @Message("Set up")
    String setUp();

    @Message("Role")
    String role();

    @Message(
            "{#switch it.name}{#case 'LEARNER'}learner{#case 'AUTHOR'}author{#case 'ADMIN'}admin{/switch}")
    String roleName(Role it);

    @Message("Others in your courses may see it.")
    String nameHint();

    @Message("Change the name")
    String changeName();

    @Message("Time zone")
    String timeZone();

    @Message("Days, dates and deadlines are shown in it.")
    String timeZoneHint();

    @Message("Change the time zone")
    String changeTimeZone();

    @Message("Where I am signed in")
    String whereSignedIn();

    @Message("My data: take it along, or delete the account")
    String myData();

    @Message("Back to my account")
    String toMyAccount();

    @Message("Password so far")
    String passwordSoFar();

    @Message("You stay signed in here and are signed out everywhere else.")
    String changePasswordHint();

    @Message("Change the e-mail address")
    String changeEmail();

    @Message(
            "A mail with a link is on its way to your new address. Follow the link; until then you sign in with the old one.")
    String changeEmailMailed();

    @Message("So far it is")
    String emailSoFar();

    @Message("New e-mail address")
    String newEmail();

    @Message("Your password")
    String yourPassword();
}
