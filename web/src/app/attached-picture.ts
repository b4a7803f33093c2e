/** The address of a picture that is attached here: the only ones that a text shows. */
export const attachedPicture = /^\/api\/v1\/files\/att_[0-9a-z]{26}$/;
